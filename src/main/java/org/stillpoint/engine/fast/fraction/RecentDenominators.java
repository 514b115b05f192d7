package org.stillpoint.engine.fast.fraction;

import java.math.BigInteger;
import java.util.Arrays;

/** The last few denominators, which the entries of a row mostly share. */
final class RecentDenominators {

    private static final int SIZE_BITS = 4;
    private static final int SIZE = 1 << SIZE_BITS;
    private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L;

    private final CoprimeBase base;
    private final long[] numbers = new long[SIZE];
    private final BigInteger[] shorts = new BigInteger[SIZE];
    private int[][] exponents;
    private BigInteger[] products;

    RecentDenominators(CoprimeBase base) {
        this.base = base;
    }

    /** @param denominator positive */
    BigInteger get(long denominator) {
        // the upper bits of a product with an odd number depend on all bits of the other
        int slot = (int) (denominator * SPREAD >>> Long.SIZE - SIZE_BITS);
        if (numbers[slot] != denominator) {
            numbers[slot] = denominator;
            shorts[slot] = BigInteger.valueOf(denominator);
        }
        return shorts[slot];
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
