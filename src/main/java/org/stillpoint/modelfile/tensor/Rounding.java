package org.stillpoint.modelfile.tensor;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/**
 * Formats of IEEE 754 to which tools round numbers when they read them: to the nearest one, and of two that are as near to the
 * even one. What is too large becomes an infinity.
 */
public enum Rounding {

    BINARY32(24, -149, 127),
    BINARY64(53, -1074, 1023);

    private final int precision;
    private final int lowest;
    private final int highest;

    Rounding(int precision, int lowest, int highest) {
        this.precision = precision;
        this.lowest = lowest;
        this.highest = highest;
    }

    /** The code of the number of this format that is nearest. */
    public long code(BigFraction number) {
        return code(number.getNumerator(), number.getDenominator());
    }

    /** The code of the number that is nearest to {@code factor 2^power}. */
    public long code(BigInteger factor, int power) {
        return power < 0 ? code(factor, BigInteger.ONE.shiftLeft(-power)) : code(factor.shiftLeft(power), BigInteger.ONE);
    }

    /** @param denominator above 0 */
    private long code(BigInteger signed, BigInteger denominator) {
        BigInteger numerator = signed.abs();
        boolean negative = signed.signum() < 0;
        int exponent = Math.max(numerator.bitLength() - denominator.bitLength() - precision, lowest);
        BigInteger rounded = rounded(numerator, denominator, exponent);
        if (rounded.bitLength() > precision) {
            exponent++;
            rounded = rounded(numerator, denominator, exponent);
        }
        if (rounded.bitLength() + exponent - 1 > highest) {
            return negative ? Code.INFINITY | 1L << 63 : Code.INFINITY;
        }
        return Code.exact(negative ? -rounded.longValueExact() : rounded.longValueExact(), exponent);
    }

    /** {@code numerator / denominator / 2^exponent}, to the nearest integer. */
    private static BigInteger rounded(BigInteger numerator, BigInteger denominator, int exponent) {
        BigInteger dividend = exponent < 0 ? numerator.shiftLeft(-exponent) : numerator;
        BigInteger divisor = exponent > 0 ? denominator.shiftLeft(exponent) : denominator;
        BigInteger[] whole = dividend.divideAndRemainder(divisor);
        int side = whole[1].shiftLeft(1).compareTo(divisor);
        return side > 0 || side == 0 && whole[0].testBit(0) ? whole[0].add(BigInteger.ONE) : whole[0];
    }
}
