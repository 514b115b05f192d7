package org.stillpoint.engine.fast.fraction;

import java.math.BigInteger;

/** Powers of small numbers, found once for all trainings. Threads that find one at the same time find the same. */
final class SmallPowers {

    private static final int NUMBERS = 64;
    private static final int EXPONENTS = 256;
    private static final BigInteger[][] KNOWN = new BigInteger[NUMBERS][EXPONENTS];

    private SmallPowers() {
    }

    static boolean has(int number, int exponent) {
        return number < NUMBERS && exponent < EXPONENTS;
    }

    static BigInteger get(int number, int exponent) {
        BigInteger[] powers = KNOWN[number];
        BigInteger known = powers[exponent];
        if (known == null) {
            known = BigInteger.valueOf(number).pow(exponent);
            powers[exponent] = known;
        }
        return known;
    }
}
