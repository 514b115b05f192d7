package org.stillpoint.engine.fast.fraction;

import java.math.BigInteger;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/** Fractions as integers over a common denominator; those that fit in an int take the short way. */
public final class Integers {

    private Integers() {
    }

    public static BigInteger lcm(BigInteger a, BigInteger b) {
        return b.equals(BigInteger.ONE) || a.equals(b) ? a : a.divide(a.gcd(b)).multiply(b);
    }

    /** The least common multiple of a number and the denominators of some fractions. */
    public static BigInteger lcm(BigInteger number, List<BigFraction> fractions) {
        BigInteger common = number;
        int last = 1;
        for (int k = 0; k < fractions.size(); k++) {
            BigInteger denominator = fractions.get(k).getDenominator();
            int known = denominator.intValue();
            if ((known != 1 && known != last || !isInt(denominator)) && !divides(denominator, common)) {
                common = lcm(common, denominator);
            }
            last = isInt(denominator) ? known : 1;
        }
        return common;
    }

    private static boolean divides(BigInteger a, BigInteger b) {
        return isInt(a) && isInt(b) ? b.intValue() % a.intValue() == 0 : b.remainder(a).signum() == 0;
    }

    /** The numerator of a fraction over a multiple of its denominator. */
    public static BigInteger numerator(BigFraction fraction, BigInteger multiple) {
        BigInteger numerator = fraction.getNumerator();
        BigInteger denominator = fraction.getDenominator();
        if (denominator.equals(multiple)) {
            return numerator;
        }
        if (isInt(numerator) && isInt(denominator) && isInt(multiple)) {
            return BigInteger.valueOf((long) numerator.intValue() * (multiple.intValue() / denominator.intValue()));
        }
        return numerator.multiply(multiple.divide(denominator));
    }

    /**
     * As {@link #numerator}.
     *
     * @throws ArithmeticException if it does not fit in an int
     */
    public static int intNumerator(BigFraction fraction, BigInteger multiple) {
        BigInteger numerator = fraction.getNumerator();
        BigInteger denominator = fraction.getDenominator();
        if (denominator.equals(multiple)) {
            return numerator.intValueExact();
        }
        if (isInt(numerator) && isInt(denominator) && isInt(multiple)) {
            return Math.toIntExact((long) numerator.intValue() * (multiple.intValue() / denominator.intValue()));
        }
        return numerator(fraction, multiple).intValueExact();
    }

    public static boolean isInt(BigInteger number) {
        return number.bitLength() < 32;
    }
}
