package org.stillpoint.domain;

import java.math.BigInteger;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** The numbers of IEEE 754 binary64, as exact rationals. */
public final class Float64 {

    private static final int LEAST_EXPONENT = -1022;
    private static final int FRACTION_BITS = 52;

    private Float64() {
    }

    /**
     * The unit in the last place at an exact number x: {@code 2^(max(e, -1022) - 52)} with {@code 2^e <= |x| < 2^(e + 1)}, and
     * {@code 2^-1074} at 0. Beyond the largest binary64 number it goes on as if there were no largest.
     */
    public static BigFraction ulp(BigFraction x) {
        int exponent = x.signum() == 0 ? LEAST_EXPONENT : Math.max(floorOfLog2(x.abs()), LEAST_EXPONENT);
        return powerOf2(exponent - FRACTION_BITS);
    }

    /**
     * Whether x and a number q are at most this many units in the last place of q apart.
     *
     * @param low not above q
     * @param high not below q
     * @return empty if that depends on where q is between these
     */
    public static Optional<Boolean> within(int ulps, BigFraction x, BigFraction low, BigFraction high) {
        BigFraction least = low.signum() * high.signum() <= 0 ? BigFraction.ZERO : smaller(low.abs(), high.abs());
        BigFraction largest = larger(low.abs(), high.abs());
        BigFraction nearest = larger(BigFraction.ZERO, larger(low.subtract(x), x.subtract(high)));
        BigFraction farthest = larger(low.subtract(x).abs(), high.subtract(x).abs());
        if (farthest.compareTo(ulp(least).multiply(ulps)) <= 0) {
            return Optional.of(true);
        }
        return nearest.compareTo(ulp(largest).multiply(ulps)) > 0 ? Optional.of(false) : Optional.empty();
    }

    private static BigFraction smaller(BigFraction a, BigFraction b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static BigFraction larger(BigFraction a, BigFraction b) {
        return a.compareTo(b) < 0 ? b : a;
    }

    private static int floorOfLog2(BigFraction positive) {
        int estimate = positive.getNumerator().bitLength() - positive.getDenominator().bitLength();
        return positive.compareTo(powerOf2(estimate)) < 0 ? estimate - 1 : estimate;
    }

    private static BigFraction powerOf2(int exponent) {
        BigInteger power = BigInteger.ONE.shiftLeft(Math.abs(exponent));
        return exponent < 0 ? new BigFraction(BigInteger.ONE, power) : new BigFraction(power);
    }
}
