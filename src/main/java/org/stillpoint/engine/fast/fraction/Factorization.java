package org.stillpoint.engine.fast.fraction;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/** The exponents of numbers that are products of powers of a base; those of small and of long numbers are kept. */
final class Factorization {

    private static final int SMALL = 64;

    private final Factor[] factors;
    private final int[] one;
    private int[][] ofSmallNumbers;
    private Map<BigInteger, int[]> ofLongNumbers;

    /** @param one the exponents of 1 */
    Factorization(Factor[] factors, int[] one) {
        this.factors = factors;
        this.one = one;
    }

    int[] exponents(BigInteger number) {
        if (number.bitLength() >= Long.SIZE) {
            return ofLong(number);
        }
        long value = number.longValue();
        return value == 1 ? one : value < SMALL ? ofSmall((int) value) : ofShort(value);
    }

    private int[] ofSmall(int number) {
        if (ofSmallNumbers == null) {
            ofSmallNumbers = new int[SMALL][];
        }
        if (ofSmallNumbers[number] == null) {
            ofSmallNumbers[number] = ofShort(number);
        }
        return ofSmallNumbers[number];
    }

    private int[] ofShort(long number) {
        int[] exponents = new int[factors.length];
        exponents[0] = Long.numberOfTrailingZeros(number);
        long odd = number >>> exponents[0];
        for (int i = 1; i < factors.length && odd != 1; i++) {
            exponents[i] = factors[i].valuation(odd, Long.SIZE);
            for (int k = 0; k < exponents[i]; k++) {
                odd *= factors[i].inverse();
            }
        }
        return exponents;
    }

    private int[] ofLong(BigInteger number) {
        if (ofLongNumbers == null) {
            ofLongNumbers = new HashMap<>();
        }
        return ofLongNumbers.computeIfAbsent(number, this::divided);
    }

    private int[] divided(BigInteger number) {
        int[] exponents = new int[factors.length];
        exponents[0] = number.getLowestSetBit();
        BigInteger rest = number.shiftRight(exponents[0]);
        for (int i = 1; i < factors.length && !rest.equals(BigInteger.ONE); i++) {
            while (rest.remainder(factors[i].value()).signum() == 0) {
                rest = rest.divide(factors[i].value());
                exponents[i]++;
            }
        }
        return exponents;
    }
}
