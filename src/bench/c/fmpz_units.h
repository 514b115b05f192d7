/*
 * One hidden layer under a loss whose derivatives are 0 and constants: the incoming weights, bias and outgoing weights of unit j
 * are a row of integers over D0 m^e[j] k^h[j], which a step with a gradient multiplies by m and one with nothing but velocity by
 * k; the biases of the outputs are integers over dc. Only active units are touched. Velocities, times the rate, have the
 * denominators of what they move.
 */
#include "fmpz_rows.h"

static struct powers ms, ks;
static int units, row;
static fmpz *w, *u, *g;                            /* the rows, their velocities and gradients */
static fmpz *c, *uc;                               /* the biases of the outputs and their velocities, behind the rows */
static fmpz *z, *f;                                /* pre-activations, outputs */
static fmpz_t d0, d0_squared_dx, dc, bias_step, scale;
static int *e, *h, *place, *parameter_at, *has_gradient, *has_velocity, *derivative, *bias_gradient;

static void prepare_units(void)
{
    units = width[1];
    row = inputs + 1 + outputs;
    w = _fmpz_vec_init(parameters);
    u = _fmpz_vec_init(parameters);
    g = _fmpz_vec_init(parameters);
    c = w + units * row;
    uc = u + units * row;
    z = _fmpz_vec_init(units);
    f = _fmpz_vec_init(outputs);
    ms.of = _fmpz_vec_init(2 * steps + 3);
    ks.of = _fmpz_vec_init(2 * steps + 3);
    e = calloc(units, sizeof(int));
    h = calloc(units, sizeof(int));
    has_gradient = calloc(units, sizeof(int));
    has_velocity = calloc(units, sizeof(int));
    derivative = calloc(outputs, sizeof(int));
    bias_gradient = calloc(outputs, sizeof(int));
    place = malloc(parameters * sizeof(int));
    for (int j = 0; j < units; j++) {
        for (int k = 0; k < inputs; k++) {
            place[j * inputs + k] = j * row + k;
        }
        place[first_bias[1] + j] = j * row + inputs;
        for (int o = 0; o < outputs; o++) {
            place[first_weight[2] + o * units + j] = j * row + inputs + 1 + o;
        }
    }
    for (int o = 0; o < outputs; o++) {
        place[first_bias[2] + o] = units * row + o;
    }
    parameter_at = malloc(parameters * sizeof(int));
    for (int k = 0; k < parameters; k++) {
        parameter_at[place[k]] = k;
    }
    fmpz_init(d0), fmpz_init(d0_squared_dx), fmpz_init(dc), fmpz_init(bias_step), fmpz_init(scale);
    fmpz_init(ms.base), fmpz_init(ks.base);
}

/* The numerators of the pre-activations, over the denominator of the unit times dx. */
static void preactivations(int i)
{
    const fmpz *xi = x + i * (inputs + 1);
    for (int j = 0; j < units; j++) {
        _fmpz_vec_dot(z + j, w + j * row, xi, inputs + 1);
    }
}

/* The outputs without their biases, over scale, which is D0^2 m^(2 most e) k^(2 most h) dx. */
static void sum_units(int i)
{
    preactivations(i);
    int most_e = 0, most_h = 0;
    for (int j = 0; j < units; j++) {
        if (fmpz_sgn(z + j) > 0) {
            most_e = e[j] > most_e ? e[j] : most_e;
            most_h = h[j] > most_h ? h[j] : most_h;
        }
    }
    _fmpz_vec_zero(f, outputs);
    for (int j = 0; j < units; j++) {
        if (fmpz_sgn(z + j) > 0) {
            const fmpz *outgoing = w + j * row + inputs + 1;
            if (e[j] == most_e && h[j] == most_h) {
                _fmpz_vec_scalar_addmul_fmpz(f, outgoing, outputs, z + j);
            } else {
                fmpz_mul(t, z + j, power(&ms, 2 * (most_e - e[j])));
                if (h[j] < most_h) {
                    fmpz_mul(t, t, power(&ks, 2 * (most_h - h[j])));
                }
                _fmpz_vec_scalar_addmul_fmpz(f, outgoing, outputs, t);
            }
        }
    }
    fmpz_mul(scale, d0_squared_dx, power(&ms, 2 * most_e));
    if (most_h > 0) {
        fmpz_mul(scale, scale, power(&ks, 2 * most_h));
    }
}

/* The sign of output o less a number over dc. */
static int compare(int o, const fmpz_t number)
{
    fmpz_mul(t, f + o, dc);
    fmpz_sub(s, c + o, number);
    fmpz_addmul(t, s, scale);
    return fmpz_sgn(t);
}

/* Leaves the derivatives of the loss by the outputs; answers whether one is not 0. */
static int derivatives(int i)
{
    int moves = 0;
    sum_units(i);
    for (int o = 0; o < outputs; o++) {
        int target = label[i * outputs + o];
        fmpz_zero(s);
        if (loss == ABSOLUTE) {
            fmpz_divexact(s, dc, dy);
            fmpz_mul(s, s, y + i * outputs + o);
        } else if (loss == HINGE) {
            fmpz_mul_si(s, dc, target);
        }
        int sign = compare(o, s);
        derivative[o] = loss == ABSOLUTE ? sign : sign * target < 0 || (sign == 0 && loss == PERCEPTRON) ? -target : 0;
        moves |= derivative[o];
    }
    return moves != 0;
}

/* A batch of one without momentum and decay: nothing has to be kept. */
static int plain_step(int i)
{
    if (!derivatives(i)) {
        return 0;
    }
    const fmpz *xi = x + i * (inputs + 1);
    for (int j = 0; j < units; j++) {
        if (fmpz_sgn(z + j) > 0) {
            fmpz *unit = w + j * row, *outgoing = unit + inputs + 1;
            fmpz_zero(t);
            for (int o = 0; o < outputs; o++) {
                if (derivative[o] > 0) {
                    fmpz_submul(t, p, outgoing + o);
                } else if (derivative[o] < 0) {
                    fmpz_addmul(t, p, outgoing + o);
                }
            }
            if (!fmpz_is_one(ms.base)) {
                _fmpz_vec_scalar_mul_fmpz(unit, unit, row, ms.base);
                e[j]++;
            }
            for (int o = 0; o < outputs; o++) {
                if (derivative[o] > 0) {
                    fmpz_submul(outgoing + o, p, z + j);
                } else if (derivative[o] < 0) {
                    fmpz_addmul(outgoing + o, p, z + j);
                }
            }
            if (!fmpz_is_zero(t)) {
                _fmpz_vec_scalar_addmul_fmpz(unit, xi, inputs + 1, t);
            }
        }
    }
    for (int o = 0; o < outputs; o++) {
        if (derivative[o] > 0) {
            fmpz_sub(c + o, c + o, bias_step);
        } else if (derivative[o] < 0) {
            fmpz_add(c + o, c + o, bias_step);
        }
    }
    return 1;
}

/* Adds what sample i has to say to the gradients of the active units, over their denominators times dx. */
static void add_gradients(int i)
{
    for (int j = 0; j < units; j++) {
        if (fmpz_sgn(z + j) > 0) {
            fmpz *unit = g + j * row, *outgoing = w + j * row + inputs + 1;
            fmpz_zero(t);
            for (int o = 0; o < outputs; o++) {
                if (derivative[o] > 0) {
                    fmpz_add(t, t, outgoing + o);
                    fmpz_add(unit + inputs + 1 + o, unit + inputs + 1 + o, z + j);
                } else if (derivative[o] < 0) {
                    fmpz_sub(t, t, outgoing + o);
                    fmpz_sub(unit + inputs + 1 + o, unit + inputs + 1 + o, z + j);
                }
            }
            if (!fmpz_is_zero(t)) {
                _fmpz_vec_scalar_addmul_fmpz(unit, x + i * (inputs + 1), inputs + 1, t);
            }
            has_gradient[j] = 1;
        }
    }
    for (int o = 0; o < outputs; o++) {
        bias_gradient[o] += derivative[o];
    }
}

static void descend_biases(int share)
{
    for (int o = 0; o < outputs; o++) {
        if (has_momentum) {
            fmpz_mul(uc + o, uc + o, fmpq_numref(momentum));
            fmpz_mul(c + o, c + o, fmpq_denref(momentum));
        }
        fmpz_mul_si(t, bias_step, bias_gradient[o] * share);
        if (has_momentum) {
            fmpz_mul(t, t, fmpq_denref(momentum));
            fmpz_sub(uc + o, uc + o, t);
            fmpz_add(c + o, c + o, uc + o);
        } else {
            fmpz_sub(c + o, c + o, t);
        }
        bias_gradient[o] = 0;
    }
    if (has_momentum) {
        fmpz_mul(dc, dc, fmpq_denref(momentum));
        fmpz_mul(bias_step, bias_step, fmpq_denref(momentum));
    }
}

static void batch_step(int n)
{
    int first, end = batch_of(n, &first), share = all_batches / (end - first);
    for (int i = first; i < end; i++) {
        if (derivatives(i)) {
            add_gradients(i);
        }
    }
    fmpz_divexact(t, ms.base, qn);
    fmpz_divexact(t, t, dx);
    fmpz_mul(t, t, p);
    fmpz_mul_si(gradient_factor, t, share);
    for (int j = 0; j < units; j++) {
        if (has_gradient[j] || has_velocity[j] || has_decay) {
            set_factor(has_gradient[j] ? ms.base : ks.base);
            descend(w + j * row, u + j * row, has_gradient[j] ? g + j * row : NULL, row, inputs);
            *(has_gradient[j] ? e + j : h + j) += 1;
            has_velocity[j] = has_momentum;
            has_gradient[j] = 0;
        }
    }
    descend_biases(share);
}

static void begin_units(void)
{
    fmpz_mul(d0_squared_dx, d0, d0);
    fmpz_mul(d0_squared_dx, d0_squared_dx, dx);
    fmpz_divexact(bias_step, dc, qn);
    fmpz_mul(bias_step, bias_step, p);
    memset(e, 0, units * sizeof(int));
    memset(h, 0, units * sizeof(int));
}

static void take_unit_steps(void)
{
    if (!plain) {
        memset(has_velocity, 0, units * sizeof(int));
        _fmpz_vec_zero(u, parameters);
        for (int n = 0; n < steps; n++) {
            batch_step(n);
        }
        return;
    }
    int still = 0;
    for (int n = 0; n < steps && !(enumerate && still >= samples); n++) {
        still = plain_step(n % samples) ? 0 : still + 1;
    }
}

static void export_row(int j, const fmpz_t denominator)
{
    ulong twos = twos_of(denominator);
    for (int k = 0; k < row; k++) {
        canonical(end + parameter_at[j * row + k], w + j * row + k, denominator, twos);
    }
}

static void export_units(void)
{
    for (int j = 0; j < units; j++) {
        fmpz_mul(scale, d0, power(&ms, e[j]));
        fmpz_mul(scale, scale, power(&ks, h[j]));
        export_row(j, scale);
    }
    for (int o = 0; o < outputs; o++) {
        canonical(end + first_bias[2] + o, c + o, dc, twos_of(dc));
    }
}

static void set_unit_powers(void)
{
    set_bases(dx);
    start_powers(&ms, gradient_base);
    start_powers(&ks, velocity_base);
}

static void train_units(void)
{
    set_unit_powers();
    fmpz_one(d0);
    common_denominator(d0, start, first_bias[2]);
    fmpz_lcm(dc, qn, dy);
    common_denominator(dc, start + first_bias[2], outputs);
    for (int k = 0; k < parameters; k++) {
        numerator(w + place[k], start + k, place[k] < units * row ? d0 : dc);
    }
    begin_units();
    take_unit_steps();
    export_units();
}
