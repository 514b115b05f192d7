/*
 * What every peer does: reads one workload from the file that it is given, then obeys lines on standard input:
 *   run N      does the workload N times and prints the nanoseconds that took
 *   results    prints what it ends with, in lines, and then a line "end"
 *
 * A peer defines the functions declared here.
 */
#ifndef ORDERS_H
#define ORDERS_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void read_workload(void);
static void run(void);
static void print_results(void);

static FILE *workload;

static const char *word(void)
{
    static char text[1 << 16];
    if (fscanf(workload, "%65535s", text) != 1) {
        fprintf(stderr, "the workload ends too early\n");
        exit(2);
    }
    return text;
}

static int count(void)
{
    return atoi(word());
}

static long long nanoseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000000LL + now.tv_nsec;
}

int main(int argc, char **argv)
{
    workload = argc == 2 ? fopen(argv[1], "r") : NULL;
    if (workload == NULL) {
        fprintf(stderr, "usage: %s WORKLOAD\n", argv[0]);
        return 2;
    }
    read_workload();
    fclose(workload);
    char line[100];
    while (fgets(line, sizeof line, stdin) != NULL) {
        if (strncmp(line, "run ", 4) == 0) {
            long long start = nanoseconds();
            for (long n = atol(line + 4); n > 0; n--) {
                run();
            }
            printf("%lld\n", nanoseconds() - start);
        } else {
            print_results();
            puts("end");
        }
        fflush(stdout);
    }
    return 0;
}

#endif
