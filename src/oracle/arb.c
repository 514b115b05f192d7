/*
 * Reads lines "function bits arguments = results", each ball as middle and radius in units of 2^-bits, and checks with arb that
 * each result holds the values at several points of the arguments. Prints counts; exit code 1 if a value is not surely inside. A
 * value may come closer to an end than any precision tells apart (a slope of silu next to 0), so 2^-64 of a unit is granted.
 */
#include <arb.h>
#include <arb_hypgeom.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { POINTS = 5, MOST_FIELDS = 16, SLACK = 128, GRANTED = -64, SHOWN = 5 };

typedef struct {
    fmpz_t mid, radius;
} ball;

/* The middle, both ends, and two points between, as an exact number. */
static void point(arb_t x, const ball *b, int which, slong bits) {
    fmpz_t offset, number;
    fmpz_init(offset);
    fmpz_init(number);
    switch (which) {
        case 0: fmpz_zero(offset); break;
        case 1: fmpz_set(offset, b->radius); break;
        case 2: fmpz_neg(offset, b->radius); break;
        case 3: fmpz_tdiv_q_ui(offset, b->radius, 2); break;
        default: fmpz_tdiv_q_si(offset, b->radius, -3); break;
    }
    fmpz_add(number, b->mid, offset);
    arb_set_fmpz(x, number);
    arb_mul_2exp_si(x, x, -bits);
    fmpz_clear(offset);
    fmpz_clear(number);
}

static void exp_of_minus(arb_t y, const arb_t z, slong prec) {
    arb_neg(y, z);
    arb_exp(y, y, prec);
}

static void sigmoid(arb_t value, arb_t slope, const arb_t z, slong prec) {
    exp_of_minus(value, z, prec);
    arb_add_ui(value, value, 1, prec);
    arb_inv(value, value, prec);
    arb_sub_ui(slope, value, 1, prec);
    arb_neg(slope, slope);
    arb_mul(slope, slope, value, prec);
}

static void gelu(arb_t value, arb_t slope, const arb_t z, slong prec) {
    arb_t root, density;
    arb_init(root);
    arb_init(density);
    arb_sqrt_ui(root, 2, prec);
    arb_div(value, z, root, prec);
    arb_neg(value, value);
    arb_hypgeom_erfc(value, value, prec);
    arb_mul_2exp_si(value, value, -1);
    arb_sqr(density, z, prec);
    arb_mul_2exp_si(density, density, -1);
    exp_of_minus(density, density, prec);
    arb_const_pi(root, prec);
    arb_mul_2exp_si(root, root, 1);
    arb_sqrt(root, root, prec);
    arb_div(density, density, root, prec);
    arb_mul(slope, z, density, prec);
    arb_add(slope, slope, value, prec);
    arb_mul(value, value, z, prec);
    arb_clear(root);
    arb_clear(density);
}

/* Sets y[0] to the value and, if there is one, y[1] to the slope. */
static void evaluate(arb_struct *y, const char *f, const arb_struct *x, slong prec) {
    const arb_struct *a = x, *b = x + 1;
    if (!strcmp(f, "add")) arb_add(y, a, b, prec);
    else if (!strcmp(f, "subtract")) arb_sub(y, a, b, prec);
    else if (!strcmp(f, "multiply")) arb_mul(y, a, b, prec);
    else if (!strcmp(f, "divide")) arb_div(y, a, b, prec);
    else if (!strcmp(f, "exp")) arb_exp(y, a, prec);
    else if (!strcmp(f, "log")) arb_log(y, a, prec);
    else if (!strcmp(f, "sqrt")) arb_sqrt(y, a, prec);
    else if (!strcmp(f, "erf")) arb_hypgeom_erf(y, a, prec);
    else if (!strcmp(f, "sigmoid")) sigmoid(y, y + 1, a, prec);
    else if (!strcmp(f, "tanh")) {
        arb_tanh(y, a, prec);
        arb_sqr(y + 1, y, prec);
        arb_sub_ui(y + 1, y + 1, 1, prec);
        arb_neg(y + 1, y + 1);
    } else if (!strcmp(f, "softplus")) {
        sigmoid(y + 1, y, a, prec);
        arb_exp(y, a, prec);
        arb_log1p(y, y, prec);
    } else if (!strcmp(f, "elu")) {
        if (arb_is_nonnegative(a)) {
            arb_set(y, a);
            arb_one(y + 1);
        } else {
            arb_expm1(y, a, prec);
            arb_exp(y + 1, a, prec);
        }
    } else if (!strcmp(f, "silu")) {
        sigmoid(y, y + 1, a, prec);
        arb_mul(y + 1, y + 1, a, prec);
        arb_add(y + 1, y + 1, y, prec);
        arb_mul(y, y, a, prec);
    } else if (!strcmp(f, "gelu")) gelu(y, y + 1, a, prec);
    else {
        fprintf(stderr, "arb: unknown function \"%s\"\n", f);
        exit(2);
    }
}

/* Whether the number is surely in the ball, or beyond it by no more than is granted. */
static int holds(const ball *b, const arb_t number, slong bits, slong prec) {
    arb_t distance, reach, granted;
    arb_init(distance);
    arb_init(reach);
    arb_init(granted);
    arb_mul_2exp_si(distance, number, bits);
    arb_sub_fmpz(distance, distance, b->mid, prec);
    arb_abs(distance, distance);
    arb_one(granted);
    arb_mul_2exp_si(granted, granted, GRANTED);
    arb_add_fmpz(reach, granted, b->radius, prec);
    int held = arb_le(distance, reach);
    arb_clear(distance);
    arb_clear(reach);
    arb_clear(granted);
    return held;
}

static int check(char **field, int fields) {
    ball balls[MOST_FIELDS / 2];
    int arguments = 0, all = 0, good = 1;
    slong bits = strtol(field[1], NULL, 10), longest = bits;
    for (int i = 2; i < fields; i += 2) {
        if (!strcmp(field[i], "=")) {
            arguments = all;
            i++;
        }
        ball *b = balls + all++;
        fmpz_init(b->mid);
        fmpz_init(b->radius);
        if (fmpz_set_str(b->mid, field[i], 10) || fmpz_set_str(b->radius, field[i + 1], 10)) {
            fprintf(stderr, "arb: no number in a line of %s\n", field[0]);
            exit(2);
        }
        longest = FLINT_MAX(longest, (slong) fmpz_bits(b->mid));
    }
    slong prec = 2 * longest + SLACK;
    arb_struct x[2], y[2];
    for (int i = 0; i < 2; i++) {
        arb_init(x + i);
        arb_init(y + i);
    }
    for (int p = 0; p < POINTS; p++)
        for (int q = 0; q < (arguments == 2 ? POINTS : 1); q++) {
            point(x, balls, p, bits);
            if (arguments == 2) point(x + 1, balls + 1, q, bits);
            evaluate(y, field[0], x, prec);
            for (int i = arguments; i < all; i++) good &= holds(balls + i, y + i - arguments, bits, prec);
        }
    for (int i = 0; i < 2; i++) {
        arb_clear(x + i);
        arb_clear(y + i);
    }
    for (int i = 0; i < all; i++) {
        fmpz_clear(balls[i].mid);
        fmpz_clear(balls[i].radius);
    }
    return good;
}

int main(void) {
    char *line = NULL;
    size_t room = 0;
    long lines = 0, bad = 0;
    while (getline(&line, &room, stdin) > 0) {
        char *field[MOST_FIELDS];
        int fields = 0;
        char *shown = strdup(line);
        for (char *f = strtok(line, " \n"); f && fields < MOST_FIELDS; f = strtok(NULL, " \n")) field[fields++] = f;
        if (fields < 5) {
            fprintf(stderr, "arb: no result in the line %.200s\n", shown);
            return 2;
        }
        lines++;
        if (!check(field, fields) && bad++ < SHOWN) fprintf(stderr, "arb: not held: %.200s\n", shown);
        free(shown);
    }
    printf("arb: %ld lines, %ld bad\n", lines, bad);
    return lines == 0 || bad > 0;
}
