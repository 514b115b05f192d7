package org.stillpoint.engine.fast.fraction;

import java.util.Arrays;

/**
 * The odd primes below 1024, and which of them divide a long. An odd divisor d divides exactly those n whose product with the
 * inverse of d modulo 2^64, the quotient if there is one, is no more than 2^64 / d. All numbers are without a sign.
 */
final class SmallPrimes {

    static final int LIMIT = 1 << 10;

    /** What none of the primes divides is prime below this. */
    static final int SQUARED_LIMIT = LIMIT * LIMIT;

    private static final int[] PRIMES = primes();
    private static final long[] INVERSES = new long[PRIMES.length];
    private static final long[] MOST = new long[PRIMES.length];

    static {
        for (int k = 0; k < PRIMES.length; k++) {
            INVERSES[k] = inverse(PRIMES[k]);
            MOST[k] = most(PRIMES[k]);
        }
    }

    private SmallPrimes() {
    }

    private static int[] primes() {
        boolean[] composite = new boolean[LIMIT];
        int[] primes = new int[LIMIT / 2];
        int count = 0;
        for (int p = 3; p < LIMIT; p += 2) {
            if (!composite[p]) {
                primes[count++] = p;
                for (int multiple = p * p; multiple < LIMIT; multiple += p) {
                    composite[multiple] = true;
                }
            }
        }
        return Arrays.copyOf(primes, count);
    }

    static int count() {
        return PRIMES.length;
    }

    static int get(int k) {
        return PRIMES[k];
    }

    /** The number divided by prime k as often as it goes. */
    static long divideOut(long number, int k) {
        long rest = number;
        for (long quotient = rest * INVERSES[k]; Long.compareUnsigned(quotient, MOST[k]) <= 0; quotient *= INVERSES[k]) {
            rest = quotient;
        }
        return rest;
    }

    /** The inverse of an odd number modulo 2^64. */
    static long inverse(long odd) {
        long inverse = odd;
        for (int known = 3; known < Long.SIZE; known *= 2) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }

    /** The largest quotient by a divisor that fits in 64 bits. */
    static long most(long divisor) {
        return Long.divideUnsigned(-1, divisor);
    }
}
