/*
 * arb, balls of a fixed precision. A workload is plain text, numbers p or p/q:
 *   "function", its name, bits, arguments; for each its middle and its radius, integers in units of 2^-bits. "multiply" takes the first
 *       argument times the last, the second times the last but one, and so on; "exp" its exponential; "sigmoid" its sigmoid and the slope.
 *   "training", bits, steps, rate, layers, the width of the input and of each layer, the activation of each layer, its weights by rows and
 *       its biases, samples, each with its inputs and targets. Squared loss, full batches, the rate times the mean gradient a step.
 * A result is a line "low high exponent", integers, for the interval from low 2^exponent to high 2^exponent.
 */
#include <flint/fmpq.h>
#include <arb.h>
#include "orders.h"

enum activation { IDENTITY, RELU, SIGMOID, TANH };

struct layer {
    int units, inputs;
    enum activation activation;
    arb_ptr start_weights, start_bias, weights, bias, activations, slopes, deltas, weight_gradient, bias_gradient;
};

static int is_training, argument_count, layer_count, samples, steps;
static long bits;
static char function[100];
static arb_ptr arguments, values, slopes, inputs, targets;
static struct layer *layers;
static arb_t rate, t;

static void read_number(arb_t result)
{
    fmpq_t number;
    fmpq_init(number);
    fmpq_set_str(number, word(), 10);
    fmpq_canonicalise(number);
    arb_set_fmpq(result, number, bits);
    fmpq_clear(number);
}

static arb_ptr read_numbers(int n)
{
    arb_ptr result = _arb_vec_init(n);
    for (int k = 0; k < n; k++) {
        read_number(result + k);
    }
    return result;
}

static void read_function(void)
{
    strcpy(function, word());
    bits = count();
    argument_count = count();
    arguments = _arb_vec_init(argument_count);
    values = _arb_vec_init(argument_count);
    slopes = _arb_vec_init(argument_count);
    for (int i = 0; i < argument_count; i++) {
        read_number(arguments + i);
        read_number(t);
        arb_add_error(arguments + i, t);
        arb_mul_2exp_si(arguments + i, arguments + i, -bits);
    }
}

static enum activation read_activation(void)
{
    const char *names[] = {"identity", "relu", "sigmoid", "tanh"};
    const char *name = word();
    for (int a = IDENTITY; a <= TANH; a++) {
        if (strcmp(name, names[a]) == 0) {
            return a;
        }
    }
    fprintf(stderr, "an activation \"%s\"\n", name);
    exit(2);
}

static void read_training(void)
{
    bits = count();
    steps = count();
    read_number(rate);
    layer_count = count();
    layers = calloc(layer_count, sizeof(struct layer));
    int width = count();
    for (struct layer *layer = layers; layer < layers + layer_count; layer++) {
        layer->inputs = width;
        width = layer->units = count();
    }
    for (struct layer *layer = layers; layer < layers + layer_count; layer++) {
        layer->activation = read_activation();
    }
    for (struct layer *layer = layers; layer < layers + layer_count; layer++) {
        layer->start_weights = read_numbers(layer->units * layer->inputs);
        layer->start_bias = read_numbers(layer->units);
        layer->weights = _arb_vec_init(layer->units * layer->inputs);
        layer->bias = _arb_vec_init(layer->units);
        layer->activations = _arb_vec_init(layer->units);
        layer->slopes = _arb_vec_init(layer->units);
        layer->deltas = _arb_vec_init(layer->units);
        layer->weight_gradient = _arb_vec_init(layer->units * layer->inputs);
        layer->bias_gradient = _arb_vec_init(layer->units);
    }
    samples = count();
    int inputs_of_one = layers[0].inputs, targets_of_one = layers[layer_count - 1].units;
    inputs = _arb_vec_init(samples * inputs_of_one);
    targets = _arb_vec_init(samples * targets_of_one);
    for (int i = 0; i < samples; i++) {
        for (int k = 0; k < inputs_of_one; k++) {
            read_number(inputs + i * inputs_of_one + k);
        }
        for (int k = 0; k < targets_of_one; k++) {
            read_number(targets + i * targets_of_one + k);
        }
    }
    arb_div_ui(rate, rate, samples, bits);
}

static void read_workload(void)
{
    arb_init(rate);
    arb_init(t);
    is_training = strcmp(word(), "training") == 0;
    if (is_training) {
        read_training();
    } else {
        read_function();
    }
}

static void sigmoid(arb_t value, arb_t slope, const arb_t z)
{
    arb_neg(t, z);
    arb_exp(t, t, bits);
    arb_add_ui(t, t, 1, bits);
    arb_inv(value, t, bits);
    arb_sub_ui(t, value, 1, bits);
    arb_neg(t, t);
    arb_mul(slope, value, t, bits);
}

static void apply_function(void)
{
    for (int i = 0; i < argument_count; i++) {
        if (strcmp(function, "multiply") == 0) {
            arb_mul(values + i, arguments + i, arguments + argument_count - 1 - i, bits);
        } else if (strcmp(function, "exp") == 0) {
            arb_exp(values + i, arguments + i, bits);
        } else {
            sigmoid(values + i, slopes + i, arguments + i);
        }
    }
}

static void activate(const struct layer *layer, int j, const arb_t z)
{
    arb_ptr value = layer->activations + j, slope = layer->slopes + j;
    switch (layer->activation) {
    case IDENTITY:
        arb_set(value, z);
        arb_one(slope);
        break;
    case RELU:
        if (arb_is_positive(z)) {
            arb_set(value, z);
            arb_one(slope);
        } else if (arb_is_nonpositive(z)) {
            arb_zero(value);
            arb_zero(slope);
        } else {
            fprintf(stderr, "%ld bits do not decide a side\n", bits);
            exit(3);
        }
        break;
    case SIGMOID:
        sigmoid(value, slope, z);
        break;
    case TANH:
        arb_tanh(value, z, bits);
        arb_mul(t, value, value, bits);
        arb_sub_ui(t, t, 1, bits);
        arb_neg(slope, t);
        break;
    }
}

static arb_srcptr input_of(int l, int i)
{
    return l > 0 ? layers[l - 1].activations : inputs + i * layers[0].inputs;
}

static void forward(int i)
{
    arb_t z;
    arb_init(z);
    for (int l = 0; l < layer_count; l++) {
        const struct layer *layer = layers + l;
        for (int j = 0; j < layer->units; j++) {
            arb_dot(z, layer->bias + j, 0, layer->weights + j * layer->inputs, 1, input_of(l, i), 1, layer->inputs, bits);
            activate(layer, j, z);
        }
    }
    arb_clear(z);
}

static void backward(int i)
{
    const struct layer *last = layers + layer_count - 1;
    for (int j = 0; j < last->units; j++) {
        arb_sub(last->deltas + j, last->activations + j, targets + i * last->units + j, bits);
        arb_mul(last->deltas + j, last->deltas + j, last->slopes + j, bits);
    }
    for (int l = layer_count - 2; l >= 0; l--) {
        const struct layer *layer = layers + l, *next = layer + 1;
        for (int j = 0; j < layer->units; j++) {
            if (arb_is_zero(layer->slopes + j)) {
                arb_zero(layer->deltas + j);
                continue;
            }
            arb_dot(t, NULL, 0, next->weights + j, next->inputs, next->deltas, 1, next->units, bits);
            arb_mul(layer->deltas + j, t, layer->slopes + j, bits);
        }
    }
}

static void add_gradients(int i)
{
    for (int l = 0; l < layer_count; l++) {
        const struct layer *layer = layers + l;
        arb_srcptr input = input_of(l, i);
        for (int j = 0; j < layer->units; j++) {
            if (!arb_is_zero(layer->deltas + j)) {
                for (int k = 0; k < layer->inputs; k++) {
                    arb_addmul(layer->weight_gradient + j * layer->inputs + k, layer->deltas + j, input + k, bits);
                }
                arb_add(layer->bias_gradient + j, layer->bias_gradient + j, layer->deltas + j, bits);
            }
        }
    }
}

static void descend(arb_ptr parameters, arb_ptr gradient, int n)
{
    for (int k = 0; k < n; k++) {
        arb_submul(parameters + k, rate, gradient + k, bits);
        arb_zero(gradient + k);
    }
}

static void step(void)
{
    for (int i = 0; i < samples; i++) {
        forward(i);
        backward(i);
        add_gradients(i);
    }
    for (struct layer *layer = layers; layer < layers + layer_count; layer++) {
        descend(layer->weights, layer->weight_gradient, layer->units * layer->inputs);
        descend(layer->bias, layer->bias_gradient, layer->units);
    }
}

static void train(void)
{
    for (struct layer *layer = layers; layer < layers + layer_count; layer++) {
        _arb_vec_set(layer->weights, layer->start_weights, layer->units * layer->inputs);
        _arb_vec_set(layer->bias, layer->start_bias, layer->units);
    }
    for (int s = 0; s < steps; s++) {
        step();
    }
}

static void run(void)
{
    if (is_training) {
        train();
    } else {
        apply_function();
    }
}

static void print_interval(const arb_t number)
{
    if (!arb_is_finite(number)) {
        fprintf(stderr, "%ld bits are too few\n", bits);
        exit(3);
    }
    fmpz_t low, high, exponent;
    fmpz_init(low), fmpz_init(high), fmpz_init(exponent);
    arb_get_interval_fmpz_2exp(low, high, exponent, number);
    fmpz_print(low), putchar(' '), fmpz_print(high), putchar(' '), fmpz_print(exponent), putchar('\n');
    fmpz_clear(low), fmpz_clear(high), fmpz_clear(exponent);
}

static void print_intervals(arb_srcptr numbers, int n)
{
    for (int k = 0; k < n; k++) {
        print_interval(numbers + k);
    }
}

static void print_results(void)
{
    run();
    if (!is_training) {
        print_intervals(values, argument_count);
        print_intervals(slopes, strcmp(function, "sigmoid") == 0 ? argument_count : 0);
        return;
    }
    for (struct layer *layer = layers; layer < layers + layer_count; layer++) {
        print_intervals(layer->weights, layer->units * layer->inputs);
        print_intervals(layer->bias, layer->units);
    }
}
