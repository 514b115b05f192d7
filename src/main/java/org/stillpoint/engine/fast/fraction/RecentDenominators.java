package org.stillpoint.engine.fast.fraction;

import java.math.BigInteger;
import java.util.Arrays;

/** The last few denominators, which the entries of a row mostly share. */
final class RecentDenominators {

    private static final int SIZE = 16;

    private final CoprimeBase base;
    private BigInteger last = BigInteger.ONE;
    private int[][] exponents;
    private BigInteger[] products;

    RecentDenominators(CoprimeBase base) {
        this.base = base;
    }

    BigInteger get(long denominator) {
        if (last.longValue() != denominator) {
            last = BigInteger.valueOf(denominator);
        }
        return last;
    }

    /** @param of exponents, not kept */
    BigInteger get(int[] of) {
        if (exponents == null) {
            exponents = new int[SIZE][];
            products = new BigInteger[SIZE];
        }
        int slot = 0;
        for (int exponent : of) {
            slot = slot * 5 + exponent;
        }
        slot &= SIZE - 1;
        if (!Arrays.equals(exponents[slot], of)) {
            exponents[slot] = of.clone();
            products[slot] = base.product(of);
        }
        return products[slot];
    }
}
