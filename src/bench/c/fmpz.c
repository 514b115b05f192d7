/*
 * FLINT fmpz, tuned: integers over denominators that are known ahead, no gcd before the end, no arithmetic on what does not move.
 * fmpz_units.h has one denominator a unit, for one hidden layer; fmpz_squared.h the same under squared loss; fmpz_layers.h one
 * denominator a step, for all else.
 */
#include "fmpz_units.h"
#include "fmpz_squared.h"
#include "fmpz_layers.h"

static int by_units, by_squares;

static void prepare(void)
{
    start = _fmpq_vec_init(parameters);
    end = _fmpq_vec_init(parameters);
    in = _fmpq_vec_init(samples * inputs);
    out = _fmpq_vec_init(samples * outputs);
    x = _fmpz_vec_init(samples * (inputs + 1));
    y = _fmpz_vec_init(samples * outputs);
    label = malloc(samples * outputs * sizeof(int));
    fmpq_init(rate), fmpq_init(momentum), fmpq_init(decay);
    fmpz_init(dx), fmpz_init(dy), fmpz_init(p), fmpz_init(qn), fmpz_init(t), fmpz_init(s);
    prepare_rows();
    if (layers == 2) {
        prepare_units();
        prepare_squared();
    }
    prepare_layers();
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

static void set_momentum(const char *number)
{
    parse(momentum, number);
}

static void set_decay(const char *number)
{
    parse(decay, number);
}

static void set_start(int k, const char *number)
{
    parse(start + k, number);
}

static void set_input(int i, int k, const char *number)
{
    parse(in + i * inputs + k, number);
}

static void set_target(int i, int k, const char *number)
{
    parse(out + i * outputs + k, number);
}

static void finish_input(void)
{
    plain = batch == 1 && fmpq_is_zero(momentum) && fmpq_is_zero(decay);
    by_units = layers == 2 && loss != SQUARED;
    by_squares = layers == 2 && loss == SQUARED && outputs == 1 && plain;
    set_all_batches();
    import_data();
    if (enumerate) {
        set_unit_powers();
    }
}

static void train(void)
{
    import_data();
    if (by_units) {
        train_units();
    } else if (by_squares) {
        train_squared();
    } else {
        train_layers();
    }
}

static void train_digits(const int *digits)
{
    fmpz_one(d0);
    fmpz_set(dc, qn);
    for (int k = 0; k < parameters; k++) {
        fmpz_set_si(w + place[k], digits[k]);
    }
    fmpz_mul(c, c, dc);
    begin_units();
    take_unit_steps();
}

static int correct(void)
{
    int right = 0;
    for (int i = 0; i < samples; i++) {
        sum_units(i);
        fmpz_zero(s);
        right += compare(0, s) * label[i] > 0;
    }
    return right;
}

static void export_all(void)
{
    export_units();
}

static void print_parameter(int k)
{
    fmpq_print(end + k);
}
