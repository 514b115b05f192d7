/*
 * FLINT fmpz, tuned. Inputs X / dx, rate p / q, m = q dx. Perceptron and hinge loss: unit j is a row of integers over D0 m^e[j], the bias
 * of the output an integer over Dc. Squared loss: unit j over ds[j], the bias of the output over their common multiple d, which a step takes
 * to q dx^2 d^3. Only active units are touched, and there is no gcd before the end.
 */
#include <flint/fmpz.h>
#include <flint/fmpq.h>
#include <flint/fmpz_vec.h>
#include "peer.h"

static fmpq *start, *end, *in;
static fmpz *w, *x, *z, *powers, *ds;
static fmpq_t rate;
static fmpz_t d0, d0_squared_dx, dc, dx, p, q, m, f, t, s, d, c;
static int *label, *e;
static int power_count;

static void prepare(void)
{
    start = _fmpq_vec_init(parameters);
    end = _fmpq_vec_init(parameters);
    in = _fmpq_vec_init(samples * inputs);
    w = _fmpz_vec_init(parameters);
    x = _fmpz_vec_init(samples * (inputs + 1));
    z = _fmpz_vec_init(units);
    ds = _fmpz_vec_init(units);
    powers = _fmpz_vec_init(2 * steps + 3);
    label = malloc(samples * sizeof(int));
    e = malloc(units * sizeof(int));
    fmpq_init(rate);
    fmpz_init(d0), fmpz_init(d0_squared_dx), fmpz_init(dc), fmpz_init(dx), fmpz_init(p), fmpz_init(q);
    fmpz_init(m), fmpz_init(f), fmpz_init(t), fmpz_init(s), fmpz_init(d), fmpz_init(c);
}

static void parse(fmpq *a, const char *number)
{
    fmpq_set_str(a, number, 10);
    fmpq_canonicalise(a);
}

static void set_rate(const char *number)
{
    parse(rate, number);
}

static void set_start(int k, const char *number)
{
    parse(start + k, number);
}

static void set_input(int i, int k, const char *number)
{
    parse(in + i * inputs + k, number);
}

static void set_label(int i, int y)
{
    label[i] = y;
}

static void common_denominator(fmpz_t result, const fmpq *numbers, int n)
{
    fmpz_one(result);
    for (int k = 0; k < n; k++) {
        fmpz_lcm(result, result, fmpq_denref(numbers + k));
    }
}

static void numerator(fmpz *result, const fmpq *number, const fmpz_t denominator)
{
    fmpz_divexact(t, denominator, fmpq_denref(number));
    fmpz_mul(result, fmpq_numref(number), t);
}

static void import_data(void)
{
    common_denominator(dx, in, samples * inputs);
    for (int i = 0; i < samples; i++) {
        for (int k = 0; k < inputs; k++) {
            numerator(x + i * (inputs + 1) + k, in + i * inputs + k, dx);
        }
        fmpz_set(x + i * (inputs + 1) + inputs, dx);
    }
    fmpz_set(p, fmpq_numref(rate));
    fmpz_set(q, fmpq_denref(rate));
    fmpz_mul(m, q, dx);
    if (power_count == 0) {
        fmpz_one(powers);
        power_count = 1;
    }
}

static const fmpz *power(int n)
{
    for (; power_count <= n; power_count++) {
        fmpz_mul(powers + power_count, powers + power_count - 1, m);
    }
    return powers + n;
}

static void finish_input(void)
{
    import_data();
}

/* The numerators of the pre-activations, over the denominator of the unit times dx. */
static void preactivations(int i)
{
    const fmpz *xi = x + i * (inputs + 1);
    for (int j = 0; j < units; j++) {
        _fmpz_vec_dot(z + j, w + j * row, xi, inputs + 1);
    }
}

/* f over D0^2 m^(2 top) dx, without the bias of the output. */
static int output(int i)
{
    preactivations(i);
    int top = 0;
    for (int j = 0; j < units; j++) {
        if (fmpz_sgn(z + j) > 0 && e[j] > top) {
            top = e[j];
        }
    }
    fmpz_zero(f);
    for (int j = 0; j < units; j++) {
        if (fmpz_sgn(z + j) > 0) {
            if (e[j] == top) {
                fmpz_addmul(f, w + j * row + row - 1, z + j);
            } else {
                fmpz_mul(t, w + j * row + row - 1, z + j);
                fmpz_addmul(f, t, power(2 * (top - e[j])));
            }
        }
    }
    return top;
}

/* The sign of y f - bound. */
static int compare(int i, int bound)
{
    int top = output(i);
    fmpz_mul(f, f, dc);
    fmpz_mul(t, d0_squared_dx, power(2 * top));
    if (bound) {
        fmpz_mul_si(s, dc, label[i]);
        fmpz_sub(s, c, s);
    } else {
        fmpz_set(s, c);
    }
    fmpz_addmul(f, s, t);
    return label[i] * fmpz_sgn(f);
}

static int step(int i)
{
    int sign = compare(i, loss == HINGE);
    if (loss == HINGE ? sign >= 0 : sign > 0) {
        return 0;
    }
    const fmpz *xi = x + i * (inputs + 1);
    for (int j = 0; j < units; j++) {
        if (fmpz_sgn(z + j) > 0) {
            fmpz *unit = w + j * row;
            fmpz_mul_si(s, p, label[i]);
            fmpz_mul(t, s, unit + row - 1);
            if (fmpz_is_one(m)) {
                fmpz_addmul(unit + row - 1, s, z + j);
            } else {
                _fmpz_vec_scalar_mul_fmpz(unit, unit, row, m);
                fmpz_addmul(unit + row - 1, s, z + j);
                e[j]++;
            }
            _fmpz_vec_scalar_addmul_fmpz(unit, xi, inputs + 1, t);
        }
    }
    fmpz_divexact(t, dc, q);
    fmpz_mul_si(t, t, label[i]);
    fmpz_addmul(c, p, t);
    return 1;
}

static void squared_step(int i)
{
    preactivations(i);
    int active = 0;
    for (int j = 0; j < units && !active; j++) {
        active = fmpz_sgn(z + j) > 0;
    }
    if (!active) {                     /* f = c / d, and only that bias moves */
        fmpz_mul_si(t, d, label[i]);
        fmpz_sub(f, c, t);
        fmpz_mul(c, c, q);
        fmpz_submul(c, p, f);
        fmpz_mul(d, d, q);
        return;
    }
    fmpz_mul(f, c, d);
    fmpz_mul(f, f, dx);
    for (int j = 0; j < units; j++) {
        if (fmpz_sgn(z + j) > 0) {
            if (fmpz_equal(ds + j, d)) {
                fmpz_addmul(f, w + j * row + row - 1, z + j);
            } else {
                fmpz_divexact(t, d, ds + j);
                fmpz_mul(t, t, t);
                fmpz_mul(s, w + j * row + row - 1, z + j);
                fmpz_addmul(f, s, t);
            }
        }
    }
    fmpz_mul(s, d, d);
    fmpz_mul(s, s, dx);
    fmpz_mul_si(t, s, label[i]);
    fmpz_sub(f, f, t);                 /* the derivative, over s = d^2 dx */
    fmpz_mul(f, f, p);
    fmpz_mul(s, s, m);                 /* the factor of the denominators */
    const fmpz *xi = x + i * (inputs + 1);
    for (int j = 0; j < units; j++) {
        if (fmpz_sgn(z + j) > 0) {
            fmpz *unit = w + j * row;
            fmpz_mul(t, f, unit + row - 1);
            _fmpz_vec_scalar_mul_fmpz(unit, unit, row, s);
            _fmpz_vec_scalar_submul_fmpz(unit, xi, inputs + 1, t);
            fmpz_submul(unit + row - 1, f, z + j);
            fmpz_mul(ds + j, ds + j, s);
        }
    }
    fmpz_mul(c, c, s);
    fmpz_mul(t, f, dx);
    fmpz_submul(c, t, d);
    fmpz_mul(d, d, s);
}

static void take_steps(void)
{
    int still = 0;
    for (int n = 0; n < steps && !(enumerate && still >= samples); n++) {
        still = step(n % samples) ? 0 : still + 1;
    }
}

static void begin(void)
{
    fmpz_mul(d0_squared_dx, d0, d0);
    fmpz_mul(d0_squared_dx, d0_squared_dx, dx);
    memset(e, 0, units * sizeof(int));
}

static void export_all(void)
{
    for (int k = 0; k < parameters - 1; k++) {
        fmpz_mul(t, d0, power(e[k / row]));
        fmpq_set_fmpz_frac(end + k, w + k, t);
    }
    fmpq_set_fmpz_frac(end + parameters - 1, c, dc);
}

static void train(void)
{
    import_data();
    if (loss == SQUARED) {
        common_denominator(d, start, parameters);
        for (int k = 0; k < parameters - 1; k++) {
            numerator(w + k, start + k, d);
            fmpz_set(ds + k / row, d);
        }
        numerator(c, start + parameters - 1, d);
        for (int n = 0; n < steps; n++) {
            squared_step(n % samples);
        }
        for (int k = 0; k < parameters - 1; k++) {
            fmpq_set_fmpz_frac(end + k, w + k, ds + k / row);
        }
        fmpq_set_fmpz_frac(end + parameters - 1, c, d);
        return;
    }
    common_denominator(d0, start, parameters - 1);
    for (int k = 0; k < parameters - 1; k++) {
        numerator(w + k, start + k, d0);
    }
    fmpz_lcm(dc, fmpq_denref(start + parameters - 1), q);
    numerator(c, start + parameters - 1, dc);
    begin();
    take_steps();
    export_all();
}

static void train_digits(const int *digits)
{
    fmpz_one(d0);
    for (int k = 0; k < parameters - 1; k++) {
        fmpz_set_si(w + k, digits[k]);
    }
    fmpz_set(dc, q);
    fmpz_mul_si(c, dc, digits[parameters - 1]);
    begin();
    take_steps();
}

static int correct(void)
{
    int right = 0;
    for (int i = 0; i < samples; i++) {
        right += compare(i, 0) > 0;
    }
    return right;
}

static void print_parameter(int k)
{
    fmpq_print(end + k);
}
