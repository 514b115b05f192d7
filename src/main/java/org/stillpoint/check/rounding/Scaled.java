package org.stillpoint.check.rounding;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/**
 * A rational {@code numerator / denominator 2^exponent}, not in lowest terms: to look for common divisors takes most of the time
 * of exact arithmetic, and few are there to be found.
 *
 * @param denominator odd and positive
 */
record Scaled(BigInteger numerator, BigInteger denominator, int exponent) {

    static Scaled of(BigInteger numerator, int exponent) {
        return new Scaled(numerator, BigInteger.ONE, exponent);
    }

    static Scaled of(BigFraction number) {
        int zeros = number.getDenominator().getLowestSetBit();
        return new Scaled(number.getNumerator(), number.getDenominator().shiftRight(zeros), -zeros);
    }

    BigFraction value() {
        BigInteger scale = BigInteger.ONE.shiftLeft(Math.abs(exponent));
        return exponent >= 0 ? new BigFraction(numerator.multiply(scale), denominator)
                : new BigFraction(numerator, denominator.multiply(scale));
    }

    /** The same without trailing zeros: of numbers with the denominator 1, equal ones are then equal as records. */
    Scaled stripped() {
        int zeros = numerator.signum() == 0 ? 0 : numerator.getLowestSetBit();
        return numerator.signum() == 0 ? of(BigInteger.ZERO, 0)
                : zeros == 0 ? this : new Scaled(numerator.shiftRight(zeros), denominator, exponent + zeros);
    }

    int signum() {
        return numerator.signum();
    }

    Scaled negate() {
        return new Scaled(numerator.negate(), denominator, exponent);
    }

    Scaled plus(Scaled other) {
        int finer = Math.min(exponent, other.exponent);
        BigInteger left = numerator.shiftLeft(exponent - finer);
        BigInteger right = other.numerator.shiftLeft(other.exponent - finer);
        if (denominator.equals(other.denominator)) {
            return new Scaled(left.add(right), denominator, finer);
        }
        return new Scaled(left.multiply(other.denominator).add(right.multiply(denominator)),
                denominator.multiply(other.denominator), finer);
    }

    Scaled times(Scaled other) {
        return new Scaled(numerator.multiply(other.numerator), denominator.multiply(other.denominator), exponent + other.exponent);
    }

    Scaled dividedBy(int divisor) {
        int zeros = Integer.numberOfTrailingZeros(divisor);
        return new Scaled(numerator, denominator.multiply(BigInteger.valueOf(divisor >> zeros)), exponent - zeros);
    }

    /** Whether it has no more than so many bits behind the point. */
    boolean isShort(int bits) {
        return denominator.equals(BigInteger.ONE) && exponent >= -bits;
    }

    /** Rounded down to so many bits behind the point. */
    Scaled shortened(int bits) {
        int up = exponent + bits;
        BigInteger scaled = up >= 0 ? numerator.shiftLeft(up) : numerator.shiftRight(-up);
        return of(floor(scaled, denominator), -bits);
    }

    private static BigInteger floor(BigInteger number, BigInteger divisor) {
        BigInteger[] parts = number.divideAndRemainder(divisor);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /** At least its absolute value. */
    Above size() {
        return denominator.equals(BigInteger.ONE) ? Above.of(numerator, exponent) : Above.of(value().abs());
    }

    /** Whether its absolute value is at most the bound. */
    boolean isWithin(Above bound) {
        int apart = exponent - bound.exponent();
        BigInteger own = numerator.abs();
        BigInteger most = BigInteger.valueOf(bound.units()).multiply(denominator);
        return apart >= 0 ? own.shiftLeft(apart).compareTo(most) <= 0 : own.compareTo(most.shiftLeft(-apart)) <= 0;
    }
}
