/*
 * What the ways to train on FLINT integers share: numerators over a denominator that is known ahead, and canonical fractions at the end,
 * made without a gcd, as all primes of the denominators are known: those of the rate, of the data and of the start.
 */
#ifndef FMPZ_NUMBERS_H
#define FMPZ_NUMBERS_H

#include <flint/fmpz.h>
#include <flint/fmpq.h>
#include <flint/fmpz_vec.h>
#include "peer.h"

#define MOST_PRIMES 64
#define LARGEST_PRIME 10000

static fmpq *start, *end, *in, *out;               /* what was read, and what training ended with */
static fmpq_t rate, momentum, decay;
static fmpz *x, *y;                                /* inputs over dx, behind those of each sample dx; targets over dy */
static int *label;
static fmpz_t dx, dy, p, qn;                       /* p / qn: the rate over a number of which each batch's size is a divisor, all_batches */
static int all_batches, plain;                     /* plain: batches of one, no momentum, no decay */
static fmpz_t t, s;

static ulong primes[MOST_PRIMES];
static int prime_count, only_known_primes;

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
    int last = samples - (batches() - 1) * batch;
    fmpz_set_si(t, batch);
    fmpz_set_si(s, last);
    fmpz_lcm(t, t, s);
    all_batches = fmpz_get_si(t);
    fmpz_mul(qn, fmpq_denref(rate), t);
}

/* By these primes, and no others, canonical fractions are reduced. */
static void know_primes_of(const fmpz_t product)
{
    prime_count = 0;
    fmpz_abs(s, product);
    for (ulong prime = 2; prime < LARGEST_PRIME && prime_count < MOST_PRIMES && !fmpz_is_one(s); prime++) {
        if (fmpz_divisible_si(s, prime)) {
            primes[prime_count++] = prime;
            fmpz_set_ui(t, prime);
            fmpz_remove(s, s, t);
        }
    }
    only_known_primes = fmpz_is_one(s);
}

static void canonical(fmpq *result, const fmpz *number, const fmpz_t denominator)
{
    if (!only_known_primes || fmpz_size(denominator) <= 1) {
        fmpq_set_fmpz_frac(result, number, denominator);
        return;
    }
    fmpz *above = fmpq_numref(result), *below = fmpq_denref(result);
    fmpz_set(above, number);
    fmpz_set(below, denominator);
    if (fmpz_is_zero(above)) {
        fmpz_one(below);
        return;
    }
    slong twos = fmpz_val2(above), most = fmpz_val2(below);
    twos = twos < most ? twos : most;
    fmpz_tdiv_q_2exp(above, above, twos);
    fmpz_tdiv_q_2exp(below, below, twos);
    for (int i = primes[0] == 2; i < prime_count; i++) {
        while (fmpz_divisible_si(above, primes[i]) && fmpz_divisible_si(below, primes[i])) {
            fmpz_divexact_ui(above, above, primes[i]);
            fmpz_divexact_ui(below, below, primes[i]);
        }
    }
}

#endif
