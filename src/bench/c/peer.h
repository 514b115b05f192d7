/*
 * A peer of the exact engines; prints the parameters that it ends with, a line a network.
 *
 * A workload is plain text: "train" or "enumerate", inputs, units, samples, steps, loss, rate; for "train" the parameters, unit by unit
 * incoming weights, bias and outgoing weight, then the bias of the output; then the samples, inputs and label. Numbers are p or p/q.
 * "enumerate" takes every network whose parameters are -1, 0 or 1, and stops a network after an epoch without a change.
 * Batches of one sample; the derivative of ReLU at 0 is 0.
 *
 * A peer defines the functions declared here.
 */
#ifndef PEER_H
#define PEER_H

#include "orders.h"

enum loss { PERCEPTRON, HINGE, SQUARED };

static int inputs, units, samples, steps, row, parameters, enumerate;
static enum loss loss;

static void prepare(void);                         /* reserves what the sizes above need */
static void set_rate(const char *number);
static void set_start(int k, const char *number);  /* parameter k of the network where training starts */
static void set_input(int i, int k, const char *number);
static void set_label(int i, int label);           /* 1 or -1 */
static void finish_input(void);
static void train(void);                           /* from the start, to canonical fractions */
static void train_digits(const int *digits);       /* from these parameters, without exporting anything */
static int correct(void);                          /* samples that the trained network classifies correctly */
static void export_all(void);
static void print_parameter(int k);

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

static void read_workload(void)
{
    enumerate = strcmp(word(), "enumerate") == 0;
    inputs = count();
    units = count();
    samples = count();
    steps = count();
    const char *name = word();
    loss = strcmp(name, "squared") == 0 ? SQUARED : strcmp(name, "hinge") == 0 ? HINGE : PERCEPTRON;
    row = inputs + 2;
    parameters = units * row + 1;
    prepare();
    set_rate(word());
    for (int k = 0; !enumerate && k < parameters; k++) {
        set_start(k, word());
    }
    for (int i = 0; i < samples; i++) {
        for (int k = 0; k < inputs; k++) {
            set_input(i, k, word());
        }
        set_label(i, count());
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
