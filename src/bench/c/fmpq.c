/* FLINT fmpq, naive. */
#include <stdio.h>
#include <flint/fmpq.h>

typedef fmpq_t Q;
#define q_init fmpq_init
#define q_set fmpq_set
#define q_set_si(a, n) fmpq_set_si(a, n, 1)
#define q_zero fmpq_zero
#define q_add fmpq_add
#define q_sub fmpq_sub
#define q_neg fmpq_neg
#define q_mul fmpq_mul
#define q_div fmpq_div
#define q_sgn fmpq_sgn
#define q_parse(a, text) (fmpq_set_str(a, text, 10), fmpq_canonicalise(a))
#define q_print(a) fmpq_print(a)

#include "naive.h"
