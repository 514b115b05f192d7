/*
 * A step of a row of parameters with momentum and decay. The velocity is kept times the rate and negative, over the denominator
 * of the parameters: v <- momentum v + g + decay w, w <- w - rate v becomes u <- momentum u - rate (g + decay w), w <- w + u.
 */
#ifndef FMPZ_ROWS_H
#define FMPZ_ROWS_H

#include "fmpz_numbers.h"

static int has_momentum, has_decay;
static fmpz_t gradient_base, velocity_base;        /* of what a step multiplies denominators by, with a gradient and without */
static fmpz_t row_factor, momentum_factor, decay_factor, gradient_factor;

static void prepare_rows(void)
{
    fmpz_init(gradient_base), fmpz_init(velocity_base);
    fmpz_init(row_factor), fmpz_init(momentum_factor), fmpz_init(decay_factor), fmpz_init(gradient_factor);
}

/* The gradient has a denominator of the data in it. */
static void set_bases(const fmpz_t of_data)
{
    has_momentum = !fmpq_is_zero(momentum);
    has_decay = !fmpq_is_zero(decay);
    fmpz_set(velocity_base, fmpq_denref(momentum));
    if (has_decay) {
        fmpz_mul(t, fmpq_denref(rate), fmpq_denref(decay));
        fmpz_lcm(velocity_base, velocity_base, t);
    }
    fmpz_mul(gradient_base, qn, of_data);
    if (!fmpz_is_one(velocity_base)) {
        fmpz_lcm(gradient_base, gradient_base, velocity_base);
    }
}

/* The rows that follow are multiplied by this; it is a multiple of one of the bases. */
static void set_factor(const fmpz_t factor)
{
    fmpz_set(row_factor, factor);
    fmpz_divexact(t, factor, fmpq_denref(momentum));
    fmpz_mul(momentum_factor, t, fmpq_numref(momentum));
    if (has_decay) {
        fmpz_divexact(t, factor, fmpq_denref(rate));
        fmpz_divexact(t, t, fmpq_denref(decay));
        fmpz_mul(t, t, p);
        fmpz_mul(decay_factor, t, fmpq_numref(decay));
    }
}

/* A gradient of NULL is 0; another one is 0 afterwards. All but the bias decay. */
static void descend(fmpz *w, fmpz *u, fmpz *gradient, int n, int bias)
{
    for (int k = 0; k < n; k++) {
        if (!has_momentum && !has_decay) {
            fmpz_mul(w + k, w + k, row_factor);
            fmpz_submul(w + k, gradient_factor, gradient + k);
            fmpz_zero(gradient + k);
            continue;
        }
        fmpz_mul(u + k, u + k, momentum_factor);
        if (has_decay && k != bias) {
            fmpz_submul(u + k, w + k, decay_factor);
        }
        if (gradient != NULL) {
            fmpz_submul(u + k, gradient_factor, gradient + k);
            fmpz_zero(gradient + k);
        }
        fmpz_mul(w + k, w + k, row_factor);
        fmpz_add(w + k, w + k, u + k);
    }
}

#endif
