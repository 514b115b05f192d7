package org.stillpoint.check.rounding;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/**
 * A bound from above on a number that is not negative: {@code units 2^exponent}. Results of operations are rounded up.
 *
 * @param units from 0, below {@code 2^31}
 */
record Above(long units, int exponent) {

    static final Above ZERO = new Above(0, 0);

    private static final int BITS = 31;

    /** At least {@code units 2^exponent}, of units below {@code 2^62}. */
    private static Above raised(long units, int exponent) {
        int excess = Long.SIZE - Long.numberOfLeadingZeros(units) - BITS;
        return units == 0 ? ZERO : excess <= 0 ? new Above(units, exponent) : raised(shifted(units, excess), exponent + excess);
    }

    /** Divided by a power of 2, rounded up. */
    private static long shifted(long units, int bits) {
        return bits >= BITS * 2 ? 1 : (units >> bits) + ((units & (1L << bits) - 1) == 0 ? 0 : 1);
    }

    /** At least {@code |number| 2^exponent}. */
    static Above of(BigInteger number, int exponent) {
        BigInteger size = number.abs();
        int excess = Math.max(0, size.bitLength() - BITS);
        long units = size.shiftRight(excess).longValueExact();
        return raised(excess > 0 && size.getLowestSetBit() < excess ? units + 1 : units, exponent + excess);
    }

    static Above of(long number) {
        return raised(number, 0);
    }

    static Above of(BigFraction number) {
        if (number.signum() == 0) {
            return ZERO;
        }
        int bits = number.getDenominator().bitLength() + BITS + 1;
        return of(number.getNumerator().abs().shiftLeft(bits).divide(number.getDenominator()).add(BigInteger.ONE), -bits);
    }

    boolean isZero() {
        return units == 0;
    }

    Above plus(Above other) {
        if (isZero() || other.isZero()) {
            return isZero() ? other : this;
        }
        Above larger = exponent >= other.exponent ? this : other;
        Above smaller = larger == this ? other : this;
        int apart = larger.exponent - smaller.exponent;
        int up = Math.min(apart, BITS - 1);
        return raised((larger.units << up) + shifted(smaller.units, apart - up), larger.exponent - up);
    }

    Above times(Above other) {
        return raised(units * other.units, exponent + other.exponent);
    }

    Above dividedBy(int divisor) {
        return isZero() ? this : raised(((units << BITS) - 1) / divisor + 1, exponent - BITS);
    }

    /** Times {@code 2^bits}. */
    Above shifted(int bits) {
        return isZero() ? this : new Above(units, exponent + bits);
    }

    BigFraction value() {
        return Scaled.of(BigInteger.valueOf(units), exponent).value();
    }
}
