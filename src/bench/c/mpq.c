/* GMP mpq, naive. */
#include <stdio.h>
#include <gmp.h>

typedef mpq_t Q;
#define q_init mpq_init
#define q_set mpq_set
#define q_set_si(a, n) mpq_set_si(a, n, 1)
#define q_zero(a) mpq_set_si(a, 0, 1)
#define q_add mpq_add
#define q_sub mpq_sub
#define q_neg mpq_neg
#define q_mul mpq_mul
#define q_div mpq_div
#define q_sgn mpq_sgn
#define q_parse(a, text) (mpq_set_str(a, text, 10), mpq_canonicalize(a))
#define q_print(a) mpq_out_str(stdout, 10, a)

#include "naive.h"
