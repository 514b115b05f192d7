/*
 * What the ways to train on FLINT integers share: numerators over a denominator that is known ahead, and canonical fractions at
 * the end. There FLINT's gcd was quicker, at all lengths that are timed, than taking out the known primes, one by one or a word
 * at a time.
 */
#ifndef FMPZ_NUMBERS_H
#define FMPZ_NUMBERS_H

#include <flint/fmpz.h>
#include <flint/fmpq.h>
#include <flint/fmpz_vec.h>
#include "peer.h"

static fmpq *start, *end, *in, *out;               /* what was read, and what training ended with */
static fmpq_t rate, momentum, decay;
static fmpz *x, *y;                                /* inputs over dx, behind those of each sample dx; targets over dy */
static int *label;
static fmpz_t dx, dy, p, qn;                       /* p / qn: the rate over all_batches */
static int all_batches;                            /* the least common multiple of the sizes of batches */
static int plain;                                  /* batches of one, no momentum, no decay */
static fmpz_t t, s;

static void common_denominator(fmpz_t result, const fmpq *numbers, int n)
{
    for (int k = 0; k < n; k++) {
        fmpz_lcm(result, result, fmpq_denref(numbers + k));
    }
}

static void numerator(fmpz *result, const fmpq *number, const fmpz_t denominator)
{
    fmpz_divexact(t, denominator, fmpq_denref(number));
    fmpz_mul(result, fmpq_numref(number), t);
}

static void set_all_batches(void)
{
    int last = samples - (batches - 1) * batch;
    all_batches = batch / n_gcd(batch, last) * last;
}

static void import_data(void)
{
    fmpz_one(dx);
    common_denominator(dx, in, samples * inputs);
    for (int i = 0; i < samples; i++) {
        for (int k = 0; k < inputs; k++) {
            numerator(x + i * (inputs + 1) + k, in + i * inputs + k, dx);
        }
        fmpz_set(x + i * (inputs + 1) + inputs, dx);
    }
    fmpz_one(dy);
    common_denominator(dy, out, samples * outputs);
    for (int k = 0; k < samples * outputs; k++) {
        numerator(y + k, out + k, dy);
        label[k] = fmpz_sgn(y + k);
    }
    fmpz_set(p, fmpq_numref(rate));
    fmpz_mul_si(qn, fmpq_denref(rate), all_batches);
}

struct powers {
    fmpz_t base;
    fmpz *of;
    int count;
};

static void start_powers(struct powers *powers, const fmpz_t base)
{
    if (powers->count == 0 || !fmpz_equal(powers->base, base)) {
        fmpz_set(powers->base, base);
        fmpz_one(powers->of);
        powers->count = 1;
    }
}

static const fmpz *power(struct powers *powers, int n)
{
    for (; powers->count <= n; powers->count++) {
        fmpz_mul(powers->of + powers->count, powers->of + powers->count - 1, powers->base);
    }
    return powers->of + n;
}

/* The n of 2^n, or 0 for any other denominator and for 1. */
static ulong twos_of(const fmpz_t denominator)
{
    ulong twos = fmpz_val2(denominator);
    return fmpz_bits(denominator) == twos + 1 ? twos : 0;
}

/* A fraction in lowest terms; without a gcd over a power of two, whose exponent is given and otherwise 0. */
static void canonical(fmpq *result, const fmpz *number, const fmpz_t denominator, ulong twos)
{
    if (twos == 0 || fmpz_is_zero(number)) {
        fmpq_set_fmpz_frac(result, number, denominator);
        return;
    }
    ulong both = fmpz_val2(number);
    both = both < twos ? both : twos;
    fmpz_tdiv_q_2exp(fmpq_numref(result), number, both);
    fmpz_tdiv_q_2exp(fmpq_denref(result), denominator, both);
}

#endif
