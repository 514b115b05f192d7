package org.stillpoint.engine.fast.fraction;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/** Fractions over one denominator, looked at once, as long as all their numbers and it fit in an int. */
public final class ShortFractions {

    private final int[] numerators;
    private final int[] denominators;
    private int count;
    private long common = 1;
    private int last = 1;
    private boolean fit = true;

    /** @param most how many there will be */
    public ShortFractions(int most) {
        this.numerators = new int[most];
        this.denominators = new int[most];
    }

    /** Adds a fraction behind the others. */
    public void add(BigFraction fraction) {
        BigInteger numerator = fraction.getNumerator();
        BigInteger denominator = fraction.getDenominator();
        int divisor = denominator.intValue();
        fit &= Integers.isInt(numerator) && Integers.isInt(denominator);
        if (fit && divisor != last) {
            last = divisor;
            if (common % divisor != 0) {
                common *= divisor / Integers.gcd(common, divisor);
                fit = common == (int) common;
            }
        }
        numerators[count] = numerator.intValue();
        denominators[count++] = divisor;
    }

    /** Whether all numbers so far fit. */
    public boolean fit() {
        return fit;
    }

    /** The least common denominator. */
    public int denominator() {
        return (int) common;
    }

    /** The numerator of fraction k, counted from 0. */
    public long numerator(int k) {
        int divisor = denominators[k];
        return divisor == 1 ? numerators[k] * common : divisor == common ? numerators[k]
                : (long) numerators[k] * ((int) common / divisor);
    }
}
