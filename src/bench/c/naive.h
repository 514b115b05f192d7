/* Naive training on fractions, as written in a textbook; a fraction type defines Q and the operations q_... first. */
#include "peer.h"

static Q *start, *w, *gradient, *velocity, *x, *y, *a[MOST_LAYERS + 1], *delta[MOST_LAYERS + 1];
static Q rate, momentum, decay, share, t, one;
static int plain;                                  /* batches of one without momentum and decay: no gradient has to be kept */

static Q *fractions(int n)
{
    Q *all = malloc(n * sizeof(Q));
    for (int k = 0; k < n; k++) {
        q_init(all[k]);
    }
    return all;
}

static void prepare(void)
{
    start = fractions(parameters);
    w = fractions(parameters);
    gradient = fractions(parameters);
    velocity = fractions(parameters);
    x = fractions(samples * inputs);
    y = fractions(samples * outputs);
    for (int l = 1; l <= layers; l++) {
        a[l] = fractions(width[l]);
        delta[l] = fractions(width[l]);
    }
    q_init(rate);
    q_init(momentum);
    q_init(decay);
    q_init(share);
    q_init(t);
    q_init(one);
    q_set_si(one, 1);
}

static void set_rate(const char *number)
{
    q_parse(rate, number);
}

static void set_momentum(const char *number)
{
    q_parse(momentum, number);
}

static void set_decay(const char *number)
{
    q_parse(decay, number);
}

static void set_start(int k, const char *number)
{
    q_parse(start[k], number);
}

static void set_input(int i, int k, const char *number)
{
    q_parse(x[i * inputs + k], number);
}

static void set_target(int i, int k, const char *number)
{
    q_parse(y[i * outputs + k], number);
}

static void finish_input(void)
{
    plain = batch == 1 && q_sgn(momentum) == 0 && q_sgn(decay) == 0;
}

static void forward(int i)
{
    a[0] = x + i * inputs;
    for (int l = 1; l <= layers; l++) {
        const int n = width[l - 1], hidden = l < layers;
        Q *row = w + first_weight[l], *bias = w + first_bias[l], *in = a[l - 1], *end = a[l] + width[l];
        for (Q *z = a[l]; z < end; z++, row += n) {
            q_set(*z, *bias++);
            for (int k = 0; k < n; k++) {
                if (q_sgn(in[k]) != 0) {
                    q_mul(t, row[k], in[k]);
                    q_add(*z, *z, t);
                }
            }
            if (hidden && q_sgn(*z) < 0) {
                q_zero(*z);
            }
        }
    }
}

/* The derivative of the loss by an output. */
static void derivative(Q g, const Q f, const Q target)
{
    if (loss == SQUARED || loss == ABSOLUTE) {
        q_sub(g, f, target);
        if (loss == ABSOLUTE) {
            q_set_si(g, q_sgn(g));
        }
        return;
    }
    q_mul(t, target, f);
    int quiet;
    if (loss == HINGE) {
        q_sub(t, one, t);
        quiet = q_sgn(t) <= 0;
    } else {
        quiet = q_sgn(t) > 0;
    }
    if (quiet) {
        q_zero(g);
    } else {
        q_neg(g, target);
    }
}

/* Leaves the derivatives by all pre-activations, times the share of the sample; answers whether any is not 0. */
static int backward(int i)
{
    int moves = 0;
    for (int j = 0; j < outputs; j++) {
        derivative(delta[layers][j], a[layers][j], y[i * outputs + j]);
        q_mul(delta[layers][j], delta[layers][j], share);
        moves |= q_sgn(delta[layers][j]) != 0;
    }
    for (int l = layers; moves && l > 1; l--) {
        for (int k = 0; k < width[l - 1]; k++) {
            if (q_sgn(a[l - 1][k]) == 0) {
                q_zero(delta[l - 1][k]);
                continue;
            }
            q_mul(delta[l - 1][k], w[first_weight[l] + k], delta[l][0]);
            for (int j = 1; j < width[l]; j++) {
                q_mul(t, w[first_weight[l] + j * width[l - 1] + k], delta[l][j]);
                q_add(delta[l - 1][k], delta[l - 1][k], t);
            }
        }
    }
    return moves;
}

/* Takes the products of the deltas and activations of a layer from its parameters. */
static void descend_at_once(int l)
{
    const int n = width[l - 1];
    Q *row = w + first_weight[l], *bias = w + first_bias[l], *in = a[l - 1], *end = delta[l] + width[l];
    for (Q *d = delta[l]; d < end; d++, row += n, bias++) {
        if (q_sgn(*d) != 0) {
            q_sub(*bias, *bias, *d);
            for (int k = 0; k < n; k++) {
                if (q_sgn(in[k]) != 0) {
                    q_mul(t, *d, in[k]);
                    q_sub(row[k], row[k], t);
                }
            }
        }
    }
}

/* Adds the products of the deltas and activations of a layer to its gradient. */
static void add_gradient(int l)
{
    const int n = width[l - 1];
    Q *row = gradient + first_weight[l], *bias = gradient + first_bias[l], *in = a[l - 1], *end = delta[l] + width[l];
    for (Q *d = delta[l]; d < end; d++, row += n, bias++) {
        if (q_sgn(*d) != 0) {
            q_add(*bias, *bias, *d);
            for (int k = 0; k < n; k++) {
                if (q_sgn(in[k]) != 0) {
                    q_mul(t, *d, in[k]);
                    q_add(row[k], row[k], t);
                }
            }
        }
    }
}

static void descend(int from, int to, int decays)
{
    for (int k = from; k < to; k++) {
        q_mul(velocity[k], velocity[k], momentum);
        q_add(velocity[k], velocity[k], gradient[k]);
        q_zero(gradient[k]);
        if (decays) {
            q_mul(t, decay, w[k]);
            q_add(velocity[k], velocity[k], t);
        }
        if (q_sgn(velocity[k]) != 0) {
            q_mul(t, rate, velocity[k]);
            q_sub(w[k], w[k], t);
        }
    }
}

static int step(int s)
{
    int i, moves = 0, end = batch_of(s, &i);
    if (plain) {
        q_set(share, rate);
    } else {
        q_set_si(t, end - i);
        q_div(share, one, t);
    }
    for (; i < end; i++) {
        forward(i);
        if (backward(i)) {
            for (int l = 1; l <= layers; l++) {
                if (plain) {
                    descend_at_once(l);
                } else {
                    add_gradient(l);
                }
            }
            moves = 1;
        }
    }
    for (int l = 1; !plain && l <= layers; l++) {
        descend(first_weight[l], first_bias[l], q_sgn(decay) != 0);
        descend(first_bias[l], first_bias[l] + width[l], 0);
    }
    return moves;
}

static void take_steps(void)
{
    int still = 0;
    for (int s = 0; s < steps && !(enumerate && still >= samples); s++) {
        still = step(s) ? 0 : still + 1;
    }
}

static void train(void)
{
    for (int k = 0; k < parameters; k++) {
        q_set(w[k], start[k]);
        if (!plain) {
            q_zero(velocity[k]);
        }
    }
    take_steps();
}

static void train_digits(const int *digits)
{
    for (int k = 0; k < parameters; k++) {
        q_set_si(w[k], digits[k]);
    }
    take_steps();
}

static int correct(void)
{
    int right = 0;
    for (int i = 0; i < samples; i++) {
        forward(i);
        right += q_sgn(a[layers][0]) == q_sgn(y[i * outputs]);
    }
    return right;
}

static void export_all(void)
{
}

static void print_parameter(int k)
{
    q_print(w[k]);
}
