package org.stillpoint.lint.survey;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.modelfile.tensor.Code;

/** How far two entries may be apart, decided exactly: in longs wherever these suffice, which is nearly always. */
final class Tolerance {

    private static final int LENGTH = 62;
    /** Mantissas have 53 bits, so that their difference has at most 62 after this shift. */
    private static final int LONGEST_SHIFT = 8;

    private final BigFraction bound;

    /** Two numbers that are both at most half the bound in size are near. */
    private final long half;

    /**
     * The bound is {@code mantissa 2^scale}, rounded down. Entries that are not both below {@code half} have no scale below it:
     * with one, and mantissas of 61 bits, they would be.
     */
    private final int scale;
    private final long mantissa;

    /** @param bound the largest difference, above 0 */
    Tolerance(BigFraction bound) {
        this.bound = bound;
        half = Sizes.atMost(bound.multiply(new BigFraction(1, 2)));
        int rough = bound.getNumerator().bitLength() - bound.getDenominator().bitLength() - LENGTH;
        int excess = Sizes.rounded(bound, rough).bitLength() - LENGTH;
        scale = rough + excess;
        mantissa = Sizes.rounded(bound, scale).longValueExact();
    }

    /** Whether two finite numbers are at most the bound apart. */
    boolean holds(long a, long b) {
        if (a == b || (a & Long.MAX_VALUE) <= half && (b & Long.MAX_VALUE) <= half) {
            return true;
        }
        int scaleOfA = Code.scale(a);
        int scaleOfB = Code.scale(b);
        int lower = Math.min(scaleOfA, scaleOfB);
        if (Math.max(scaleOfA, scaleOfB) - lower > LONGEST_SHIFT) {
            return holds(Code.number(a).subtract(Code.number(b)).abs());
        }
        long difference = Math.abs((Code.mantissa(a) << scaleOfA - lower) - (Code.mantissa(b) << scaleOfB - lower));
        return difference <= (lower - scale >= Long.SIZE ? 0 : mantissa >> lower - scale);
    }

    private boolean holds(BigFraction difference) {
        BigInteger left = difference.getNumerator().multiply(bound.getDenominator());
        return left.compareTo(bound.getNumerator().multiply(difference.getDenominator())) <= 0;
    }
}
