/*
 * Any number of layers, any loss: all layers have the denominator D, which a step with a gradient takes to m D^r, known ahead,
 * where r is layers - 1 under losses whose derivatives are constants and 2 layers - 1 under squared loss. A unit is a row, its
 * weights and its bias, that keeps the D of the step in which it moved last, and is brought to the present one when it moves
 * again. What layer l puts out has the denominator dx D^l; the derivative by what it takes in, D^(layers - l + 1), times that of
 * the loss.
 */
#include "fmpz_rows.h"

static int first_unit[MOST_LAYERS + 1], unit_count, r, now;
static fmpz *rows, *velocities, *gradients, *denominators;
static int *row_place, *row_stamp, *row_moves, *row_has_velocity;
static fmpz *a[MOST_LAYERS + 1], *delta[MOST_LAYERS + 1];   /* behind the activations of a layer their denominator */
static fmpz *catch_up;                             /* from the denominator of a stamp to the one of catch_up_to */
static int *catch_up_to;
static fmpz_t product, grown;

static int row_begin(int l, int j)
{
    return first_weight[l] + j * (width[l - 1] + 1);
}

static void prepare_layers(void)
{
    for (int l = 1; l <= layers; l++) {
        first_unit[l] = unit_count;
        unit_count += width[l];
        delta[l] = _fmpz_vec_init(width[l]);
        a[l] = _fmpz_vec_init(width[l] + 1);
    }
    rows = _fmpz_vec_init(parameters);
    velocities = _fmpz_vec_init(parameters);
    gradients = _fmpz_vec_init(parameters);
    denominators = _fmpz_vec_init(steps + 1);
    catch_up = _fmpz_vec_init(steps + 1);
    catch_up_to = calloc(steps + 1, sizeof(int));
    row_stamp = calloc(unit_count, sizeof(int));
    row_moves = calloc(unit_count, sizeof(int));
    row_has_velocity = calloc(unit_count, sizeof(int));
    row_place = malloc(parameters * sizeof(int));
    for (int l = 1; l <= layers; l++) {
        for (int j = 0; j < width[l]; j++) {
            for (int k = 0; k <= width[l - 1]; k++) {
                int parameter = k < width[l - 1] ? first_weight[l] + j * width[l - 1] + k : first_bias[l] + j;
                row_place[parameter] = row_begin(l, j) + k;
            }
        }
    }
    fmpz_init(product), fmpz_init(grown);
}

/* What takes a number of an earlier stamp to the present denominator. */
static const fmpz *ratio(int stamp)
{
    if (catch_up_to[stamp] != now) {
        fmpz_divexact(catch_up + stamp, denominators + now, denominators + stamp);
        catch_up_to[stamp] = now;
    }
    return catch_up + stamp;
}

static void renew(int l, int j)
{
    int unit = first_unit[l] + j;
    if (row_stamp[unit] < now) {
        fmpz *begin = rows + row_begin(l, j);
        _fmpz_vec_scalar_mul_fmpz(begin, begin, width[l - 1] + 1, ratio(row_stamp[unit]));
        row_stamp[unit] = now;
    }
}

static void set_denominators_of_layers(void)
{
    fmpz_set(t, dx);
    for (int l = 1; l <= layers; l++) {
        fmpz_mul(t, t, denominators + now);
        fmpz_set(a[l] + width[l], t);
    }
}

static void run_forward(int i)
{
    a[0] = x + i * (inputs + 1);
    for (int l = 1; l <= layers; l++) {
        for (int j = 0; j < width[l]; j++) {
            fmpz *sum = a[l] + j;
            int stamp = row_stamp[first_unit[l] + j];
            _fmpz_vec_dot(sum, rows + row_begin(l, j), a[l - 1], width[l - 1] + 1);
            if (l < layers && fmpz_sgn(sum) <= 0) {
                fmpz_zero(sum);
            } else if (stamp < now) {
                fmpz_mul(sum, sum, ratio(stamp));
            }
        }
    }
}

/* The derivative of the loss by an output; of squared loss over dy times the denominator of the output. */
static void loss_derivative(fmpz *g, const fmpz *f, int k)
{
    const fmpz *denominator = a[layers] + outputs;
    int target = label[k];
    if (loss == SQUARED || loss == ABSOLUTE) {
        fmpz_mul(g, f, dy);
        fmpz_submul(g, y + k, denominator);
        if (loss == ABSOLUTE) {
            fmpz_set_si(g, fmpz_sgn(g));
        }
    } else if (fmpz_sgn(f) * target < 0 || fmpz_is_zero(f) || (loss == HINGE && fmpz_cmpabs(f, denominator) < 0)) {
        fmpz_set_si(g, -target);
    } else {
        fmpz_zero(g);
    }
}

/* Leaves the derivatives by the pre-activations; answers whether any by an output is not 0, without which there are no others. */
static int run_backward(int i)
{
    int moves = 0;
    for (int o = 0; o < outputs; o++) {
        loss_derivative(delta[layers] + o, a[layers] + o, i * outputs + o);
        moves |= !fmpz_is_zero(delta[layers] + o);
    }
    for (int l = layers; moves && l > 1; l--) {
        _fmpz_vec_zero(delta[l - 1], width[l - 1]);
        for (int j = 0; j < width[l]; j++) {
            if (!fmpz_is_zero(delta[l] + j)) {
                renew(l, j);
                for (int k = 0; k < width[l - 1]; k++) {
                    if (!fmpz_is_zero(a[l - 1] + k)) {
                        fmpz_addmul(delta[l - 1] + k, rows + row_begin(l, j) + k, delta[l] + j);
                    }
                }
            }
        }
    }
    for (int j = 0; moves && j < width[1]; j++) {
        if (!fmpz_is_zero(delta[1] + j)) {
            renew(1, j);
        }
    }
    return moves;
}

/* What D becomes, and the factors of that. */
static void grow(int has_gradient, int share)
{
    if (!has_gradient || r == 0) {
        fmpz_mul(grown, denominators + now, velocity_base);
        set_factor(velocity_base);
    } else {
        fmpz_pow_ui(t, denominators + now, r - 1);
        fmpz_mul(product, gradient_base, t);
        fmpz_mul(grown, denominators + now, product);
        set_factor(product);
    }
    if (r == 0) {
        fmpz_divexact(t, grown, qn);
    } else {
        fmpz_divexact(t, gradient_base, qn);
    }
    fmpz_divexact(t, t, dx);
    if (loss == SQUARED) {
        fmpz_divexact(t, t, dx);
        fmpz_divexact(t, t, dy);
    }
    fmpz_mul(t, t, p);
    fmpz_mul_si(gradient_factor, t, share);
}

/* The step of a batch of one without momentum and decay. */
static void descend_at_once(void)
{
    grow(1, 1);
    for (int l = 1; l <= layers; l++) {
        for (int j = 0; j < width[l]; j++) {
            if (!fmpz_is_zero(delta[l] + j)) {
                fmpz *begin = rows + row_begin(l, j);
                fmpz_mul(product, gradient_factor, delta[l] + j);
                _fmpz_vec_scalar_mul_fmpz(begin, begin, width[l - 1] + 1, row_factor);
                _fmpz_vec_scalar_submul_fmpz(begin, a[l - 1], width[l - 1] + 1, product);
                row_stamp[first_unit[l] + j]++;
            }
        }
    }
}

static void add_layer_gradients(void)
{
    for (int l = 1; l <= layers; l++) {
        for (int j = 0; j < width[l]; j++) {
            if (!fmpz_is_zero(delta[l] + j)) {
                _fmpz_vec_scalar_addmul_fmpz(gradients + row_begin(l, j), a[l - 1], width[l - 1] + 1, delta[l] + j);
                row_moves[first_unit[l] + j] = 1;
            }
        }
    }
}

static void descend_layers(int has_gradient, int share)
{
    grow(has_gradient, share);
    for (int l = 1; l <= layers; l++) {
        for (int j = 0; j < width[l]; j++) {
            int unit = first_unit[l] + j, begin = row_begin(l, j);
            if (row_moves[unit] || row_has_velocity[unit] || has_decay) {
                renew(l, j);
                fmpz *gradient = row_moves[unit] ? gradients + begin : NULL;
                descend(rows + begin, velocities + begin, gradient, width[l - 1] + 1, width[l - 1]);
                row_stamp[unit]++;
                row_has_velocity[unit] = has_momentum;
                row_moves[unit] = 0;
            }
        }
    }
}

static void layers_step(int n)
{
    int moves = 0, first, last = batch_of(n, &first);
    for (int i = first; i < last; i++) {
        run_forward(i);
        if (run_backward(i)) {
            moves = 1;
            if (!plain) {
                add_layer_gradients();
            }
        }
    }
    if (plain && moves) {
        descend_at_once();
    } else if (moves || has_momentum || has_decay) {
        descend_layers(moves, all_batches / (last - first));
    } else {
        return;
    }
    fmpz_set(denominators + ++now, grown);
    set_denominators_of_layers();
}

static void begin_layers(void)
{
    r = loss == SQUARED ? 2 * layers - 1 : layers - 1;
    fmpz_set(s, dx);
    if (loss == SQUARED) {
        fmpz_mul(s, s, dx);
        fmpz_mul(s, s, dy);
    }
    set_bases(s);
    fmpz_one(denominators);
    common_denominator(denominators, start, parameters);
    if (r == 0) {
        fmpz_lcm(denominators, denominators, gradient_base);
    }
    for (int k = 0; k < parameters; k++) {
        numerator(rows + row_place[k], start + k, denominators);
    }
    now = 0;
    memset(catch_up_to, 0, (steps + 1) * sizeof(int));
    memset(row_stamp, 0, unit_count * sizeof(int));
    memset(row_has_velocity, 0, unit_count * sizeof(int));
    _fmpz_vec_zero(velocities, parameters);
    set_denominators_of_layers();
}

static void export_layers(void)
{
    for (int l = 1; l <= layers; l++) {
        for (int j = 0; j < width[l]; j++) {
            const fmpz *begin = rows + row_begin(l, j);
            const fmpz *denominator = denominators + row_stamp[first_unit[l] + j];
            ulong twos = twos_of(denominator);
            for (int k = 0; k < width[l - 1]; k++) {
                canonical(end + first_weight[l] + j * width[l - 1] + k, begin + k, denominator, twos);
            }
            canonical(end + first_bias[l] + j, begin + width[l - 1], denominator, twos);
        }
    }
}

static void train_layers(void)
{
    begin_layers();
    for (int n = 0; n < steps; n++) {
        layers_step(n);
    }
    export_layers();
}
