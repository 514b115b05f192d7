package org.stillpoint.lint.survey;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.modelfile.tensor.Code;

/** Sizes as codes: of two numbers that are not negative, the larger one has the larger code. */
final class Sizes {

    static final BigFraction TEN_TO_MINUS_TWENTY = new BigFraction(BigInteger.ONE, BigInteger.TEN.pow(20));

    private static final int PRECISION = 53;
    private static final int LOWEST = -1074;

    private Sizes() {
    }

    /** The code of the largest finite number with a code that is at most a rational, which is not negative. */
    static long atMost(BigFraction bound) {
        int length = bound.getNumerator().bitLength() - bound.getDenominator().bitLength();
        int scale = Math.max(LOWEST, length - PRECISION);
        BigInteger mantissa = rounded(bound, scale);
        if (mantissa.bitLength() > PRECISION) {
            scale++;
            mantissa = mantissa.shiftRight(1);
        }
        boolean isAboveAll = scale + PRECISION > Code.exponent(Code.INFINITY - 1) + 1;
        return isAboveAll ? Code.INFINITY - 1 : Code.exact(mantissa.longValue(), scale);
    }

    /** {@code number / 2^scale}, rounded towards 0. */
    static BigInteger rounded(BigFraction number, int scale) {
        return number.getNumerator().shiftLeft(Math.max(0, -scale)).divide(number.getDenominator().shiftLeft(Math.max(0, scale)));
    }
}
