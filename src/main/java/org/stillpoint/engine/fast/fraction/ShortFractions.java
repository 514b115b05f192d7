package org.stillpoint.engine.fast.fraction;

import java.math.BigInteger;
import java.util.Arrays;
import org.hipparchus.fraction.BigFraction;

/** Fractions over one denominator, looked at once, as long as all their numbers and it fit in an int. */
public final class ShortFractions {

    private final long[] numerators;
    private int count;
    private int common = 1;
    private int last = 1;
    private int factor = 1;
    private boolean fit = true;

    /** @param most how many there will be */
    public ShortFractions(int most) {
        this.numerators = new long[most];
    }

    /** Adds a fraction behind the others, if all fit. */
    public void add(BigFraction fraction) {
        BigInteger numerator = fraction.getNumerator();
        BigInteger denominator = fraction.getDenominator();
        fit &= Integers.isInt(numerator) && Integers.isInt(denominator);
        if (fit) {
            int divisor = denominator.intValue();
            if (divisor != last) {
                take(divisor);
            }
            numerators[count++] = (long) numerator.intValue() * factor;
        }
    }

    /** Makes the common denominator a multiple of this one. */
    private void take(int divisor) {
        int quotient = common / divisor;
        if (quotient * divisor != common) {
            int growth = divisor / (int) Integers.gcd(common, divisor);
            fit = (long) common * growth <= Integer.MAX_VALUE;
            for (int k = 0; k < count && fit; k++) {
                numerators[k] *= growth;
            }
            common *= growth;
            quotient = common / divisor;
        }
        last = divisor;
        factor = quotient;
    }

    /** Whether all numbers so far fit. */
    public boolean fit() {
        return fit;
    }

    /** The least common denominator. */
    public int denominator() {
        return common;
    }

    /** The numerator of fraction k, counted from 0. */
    public long numerator(int k) {
        return numerators[k];
    }

    /** The numerators of the fractions from one on, and before another. */
    public long[] numerators(int from, int to) {
        return Arrays.copyOfRange(numerators, from, to);
    }
}
