/*
 * A peer of the exact engines; prints the parameters that it ends with, a line a network.
 *
 * A workload is plain text, words between blanks, numbers p or p/q:
 *   "train" or "enumerate"; the number of layers, the width of the input and of each layer; samples, steps and samples a batch;
 *   the loss; rate, momentum and weight decay; for "train" the parameters; then the samples, each its inputs and its targets.
 * Parameters, here and in what is printed, stand layer by layer: the weights unit by unit, then the biases.
 *
 * ReLU below the last layer, with the derivative 0 at 0. A step takes the next batch, the last of an epoch may be shorter: with
 * the mean gradient g, v <- momentum v + g + decay w (no decay of biases), w <- w - rate v. A loss is summed over the outputs.
 * "enumerate" takes every network with one hidden layer and one output whose parameters are -1, 0 or 1, in batches of one, and
 * stops a network after an epoch without a change.
 *
 * A peer defines the functions declared here.
 */
#ifndef PEER_H
#define PEER_H

#include "orders.h"

#define MOST_LAYERS 16

enum loss { PERCEPTRON, HINGE, SQUARED, ABSOLUTE };

static int layers, width[MOST_LAYERS + 1];          /* width[0] is that of the input */
static int first_weight[MOST_LAYERS + 1];           /* of a layer from 1, among the parameters */
static int first_bias[MOST_LAYERS + 1];
static int inputs, outputs, samples, steps, batch, batches, parameters, enumerate;
static enum loss loss;

static void prepare(void);                         /* reserves what the sizes above need */
static void set_rate(const char *number);
static void set_momentum(const char *number);
static void set_decay(const char *number);
static void set_start(int k, const char *number);  /* parameter k of the network where training starts */
static void set_input(int i, int k, const char *number);
static void set_target(int i, int k, const char *number);
static void finish_input(void);
static void train(void);                           /* from the start, to canonical fractions */
static void train_digits(const int *digits);       /* from these parameters, without exporting anything */
static int correct(void);                          /* samples that the trained network classifies correctly */
static void export_all(void);
static void print_parameter(int k);

/* The samples of a step are those from *first to before the result. */
static int batch_of(int step, int *first)
{
    *first = step % batches * batch;
    return *first + batch < samples ? *first + batch : samples;
}

static long enumerate_all(int print)
{
    int digits[64];
    long sum = 0;
    for (int k = 0; k < parameters; k++) {
        digits[k] = -1;
    }
    for (;;) {
        train_digits(digits);
        sum += correct();
        if (print) {
            export_all();
            for (int k = 0; k < parameters; k++) {
                print_parameter(k);
                putchar(k + 1 < parameters ? ' ' : '\n');
            }
        }
        int k = parameters - 1;
        while (k >= 0 && digits[k] == 1) {
            digits[k--] = -1;
        }
        if (k < 0) {
            return sum;
        }
        digits[k]++;
    }
}

static enum loss read_loss(void)
{
    const char *names[] = {"perceptron", "hinge", "squared", "absolute"};
    const char *name = word();
    for (int l = PERCEPTRON; l <= ABSOLUTE; l++) {
        if (strcmp(name, names[l]) == 0) {
            return l;
        }
    }
    fprintf(stderr, "a loss \"%s\"\n", name);
    exit(2);
}

static void read_sizes(void)
{
    layers = count();
    if (layers < 1 || layers > MOST_LAYERS) {
        fprintf(stderr, "%d layers, expected 1 to %d\n", layers, MOST_LAYERS);
        exit(2);
    }
    for (int l = 0; l <= layers; l++) {
        width[l] = count();
    }
    for (int l = 1; l <= layers; l++) {
        first_weight[l] = parameters;
        first_bias[l] = parameters + width[l] * width[l - 1];
        parameters = first_bias[l] + width[l];
    }
    inputs = width[0];
    outputs = width[layers];
    samples = count();
    steps = count();
    batch = count();
    batch = batch < samples ? batch : samples;
    batches = (samples + batch - 1) / batch;
}

static void read_workload(void)
{
    enumerate = strcmp(word(), "enumerate") == 0;
    read_sizes();
    loss = read_loss();
    prepare();
    set_rate(word());
    set_momentum(word());
    set_decay(word());
    for (int k = 0; !enumerate && k < parameters; k++) {
        set_start(k, word());
    }
    for (int i = 0; i < samples; i++) {
        for (int k = 0; k < inputs; k++) {
            set_input(i, k, word());
        }
        for (int k = 0; k < outputs; k++) {
            set_target(i, k, word());
        }
    }
    finish_input();
}

static void run(void)
{
    static volatile long sink;
    if (enumerate) {
        sink += enumerate_all(0);
    } else {
        train();
    }
}

static void print_results(void)
{
    if (enumerate) {
        enumerate_all(1);
        return;
    }
    train();
    for (int k = 0; k < parameters; k++) {
        print_parameter(k);
        putchar(k + 1 < parameters ? ' ' : '\n');
    }
}

#endif
