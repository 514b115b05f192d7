/* Naive training on fractions, as written in a textbook; a fraction type defines Q and the operations q_... first. */
#include "peer.h"

static Q *start, *w, *x, *z, *scaled;
static Q rate, f, g, t, one;
static int *label;

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
    x = fractions(samples * inputs);
    z = fractions(units);
    scaled = fractions(units);
    label = malloc(samples * sizeof(int));
    q_init(rate);
    q_init(f);
    q_init(g);
    q_init(t);
    q_init(one);
    q_set_si(one, 1);
}

static void set_rate(const char *number)
{
    q_parse(rate, number);
}

static void set_start(int k, const char *number)
{
    q_parse(start[k], number);
}

static void set_input(int i, int k, const char *number)
{
    q_parse(x[i * inputs + k], number);
}

static void set_label(int i, int y)
{
    label[i] = y;
}

static void finish_input(void)
{
}

static void forward(int i)
{
    q_set(f, w[parameters - 1]);
    for (int j = 0; j < units; j++) {
        q_set(z[j], w[j * row + inputs]);
        for (int k = 0; k < inputs; k++) {
            q_mul(t, w[j * row + k], x[i * inputs + k]);
            q_add(z[j], z[j], t);
        }
        if (q_sgn(z[j]) > 0) {
            q_mul(t, w[j * row + inputs + 1], z[j]);
            q_add(f, f, t);
        }
    }
}

/* Whether the loss has a derivative other than 0, which is left in g. */
static int derivative(int i)
{
    if (loss == SQUARED) {
        q_set_si(t, label[i]);
        q_sub(g, f, t);
        return q_sgn(g) != 0;
    }
    q_set_si(g, -label[i]);
    q_mul(t, g, f);
    if (loss == HINGE) {
        q_add(t, one, t);
        return q_sgn(t) > 0;
    }
    return q_sgn(t) >= 0;
}

static int step(int i)
{
    forward(i);
    if (!derivative(i)) {
        return 0;
    }
    q_mul(g, g, rate);
    q_sub(w[parameters - 1], w[parameters - 1], g);
    for (int j = 0; j < units; j++) {
        if (q_sgn(z[j]) > 0) {
            Q *unit = w + j * row;
            q_mul(scaled[j], g, unit[inputs + 1]);
            q_mul(t, g, z[j]);
            q_sub(unit[inputs + 1], unit[inputs + 1], t);
            q_sub(unit[inputs], unit[inputs], scaled[j]);
            for (int k = 0; k < inputs; k++) {
                q_mul(t, scaled[j], x[i * inputs + k]);
                q_sub(unit[k], unit[k], t);
            }
        }
    }
    return 1;
}

static void take_steps(void)
{
    int still = 0;
    for (int s = 0; s < steps && !(enumerate && still >= samples); s++) {
        still = step(s % samples) ? 0 : still + 1;
    }
}

static void train(void)
{
    for (int k = 0; k < parameters; k++) {
        q_set(w[k], start[k]);
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
        right += q_sgn(f) == label[i];
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
