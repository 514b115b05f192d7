package org.stillpoint.engine.fast.fraction;

import java.math.BigInteger;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/** Fractions as integers over a common denominator; those that fit in a long take the short way. */
public final class Integers {

    private Integers() {
    }

    /** The least common multiple of positive numbers. */
    public static BigInteger lcm(BigInteger a, BigInteger b) {
        return b.equals(BigInteger.ONE) || a.equals(b) ? a : a.divide(a.gcd(b)).multiply(b);
    }

    /** The least common multiple of a positive number and the denominators of some fractions. */
    public static BigInteger lcm(BigInteger number, List<BigFraction> fractions) {
        if (!isLong(number)) {
            return lcmFrom(0, number, fractions);
        }
        long common = number.longValue();
        long last = 1;
        for (int k = 0; k < fractions.size(); k++) {
            BigInteger denominator = fractions.get(k).getDenominator();
            long divisor = denominator.longValue();
            if (!isLong(denominator)) {
                return lcmFrom(k, BigInteger.valueOf(common), fractions);
            }
            if (divisor != last && !divides(divisor, common)) {
                long factor = divisor / gcd(common, divisor);
                if (Math.multiplyHigh(common, factor) != 0 || common * factor < 0) {
                    return lcmFrom(k, BigInteger.valueOf(common), fractions);
                }
                common *= factor;
            }
            last = divisor;
        }
        return common == number.longValue() ? number : BigInteger.valueOf(common);
    }

    private static BigInteger lcmFrom(int k, BigInteger number, List<BigFraction> fractions) {
        BigInteger common = number;
        BigInteger last = BigInteger.ONE;
        for (BigFraction fraction : fractions.subList(k, fractions.size())) {
            BigInteger denominator = fraction.getDenominator();
            if (!denominator.equals(last) && !divides(denominator, common)) {
                common = lcm(common, denominator);
            }
            last = denominator;
        }
        return common;
    }

    /** As {@link #divides(long, long)}. */
    private static boolean divides(BigInteger a, BigInteger b) {
        return isPowerOfTwo(a) ? a.getLowestSetBit() <= b.getLowestSetBit() : b.remainder(a).signum() == 0;
    }

    private static boolean isPowerOfTwo(BigInteger positive) {
        return positive.getLowestSetBit() == positive.bitLength() - 1;
    }

    /** Powers of 2 without a division. */
    private static boolean divides(long a, long b) {
        return (a & a - 1) == 0 ? (b & a - 1) == 0 : b % a == 0;
    }

    /** The greatest common divisor of numbers that are not negative. */
    public static long gcd(long a, long b) {
        long larger = a;
        long smaller = b;
        while (smaller != 0) {
            long rest = larger % smaller;
            larger = smaller;
            smaller = rest;
        }
        return larger;
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
        return numerator.multiply(isPowerOfTwo(denominator) ? multiple.shiftRight(denominator.getLowestSetBit())
                : multiple.divide(denominator));
    }

    static boolean isInt(BigInteger number) {
        return number.bitLength() < Integer.SIZE;
    }

    private static boolean isLong(BigInteger number) {
        return number.bitLength() < Long.SIZE;
    }
}
