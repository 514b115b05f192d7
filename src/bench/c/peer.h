/*
 * A peer of the engines: reads one workload from the file that it is given, then obeys lines on standard input:
 *   run N      does the workload N times and prints the nanoseconds that took
 *   weights    prints the parameters that it ends with, a line a network, and then a line "end"
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

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

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

static const char *word(FILE *file)
{
    static char text[1 << 16];
    if (fscanf(file, "%65535s", text) != 1) {
        fprintf(stderr, "the workload ends too early\n");
        exit(2);
    }
    return text;
}

int main(int argc, char **argv)
{
    FILE *file = argc == 2 ? fopen(argv[1], "r") : NULL;
    if (file == NULL) {
        fprintf(stderr, "usage: %s WORKLOAD\n", argv[0]);
        return 2;
    }
    enumerate = strcmp(word(file), "enumerate") == 0;
    inputs = atoi(word(file));
    units = atoi(word(file));
    samples = atoi(word(file));
    steps = atoi(word(file));
    const char *name = word(file);
    loss = strcmp(name, "squared") == 0 ? SQUARED : strcmp(name, "hinge") == 0 ? HINGE : PERCEPTRON;
    row = inputs + 2;
    parameters = units * row + 1;
    prepare();
    set_rate(word(file));
    for (int k = 0; !enumerate && k < parameters; k++) {
        set_start(k, word(file));
    }
    for (int i = 0; i < samples; i++) {
        for (int k = 0; k < inputs; k++) {
            set_input(i, k, word(file));
        }
        set_label(i, atoi(word(file)));
    }
    fclose(file);
    finish_input();

    char line[100];
    volatile long sink = 0;
    while (fgets(line, sizeof line, stdin) != NULL) {
        if (strncmp(line, "run ", 4) == 0) {
            struct timespec from, to;
            clock_gettime(CLOCK_MONOTONIC, &from);
            for (long n = atol(line + 4); n > 0; n--) {
                if (enumerate) {
                    sink += enumerate_all(0);
                } else {
                    train();
                }
            }
            clock_gettime(CLOCK_MONOTONIC, &to);
            printf("%lld\n", (to.tv_sec - from.tv_sec) * 1000000000LL + to.tv_nsec - from.tv_nsec);
        } else if (enumerate) {
            enumerate_all(1);
            puts("end");
        } else {
            train();
            for (int k = 0; k < parameters; k++) {
                print_parameter(k);
                putchar(k + 1 < parameters ? ' ' : '\n');
            }
            puts("end");
        }
        fflush(stdout);
    }
    return 0;
}

#endif
