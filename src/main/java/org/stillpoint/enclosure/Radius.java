package org.stillpoint.enclosure;

import java.math.BigInteger;

/**
 * Integers from 0, rounded up to 31 bits where they are longer: how far a ball reaches, in units of its last bit. One is packed
 * into a long, exponent above mantissa, so that no object is made for it; mantissa times a power of two with an exponent from 0.
 * Zero is 0, and only zero.
 */
public final class Radius {

    private static final int MANTISSA_BITS = 31;
    private static final long MANTISSA = 0xffff_ffffL;

    private Radius() {
    }

    /** At least {@code mantissa 2^exponent}; the mantissa from 0. A long mantissa keeps 31 bits, so that sums stay tight. */
    private static long pack(long mantissa, int exponent) {
        if (mantissa == 0) {
            return 0;
        }
        int drop = Math.max(Long.SIZE - Long.numberOfLeadingZeros(mantissa) - MANTISSA_BITS, -exponent);
        if (exponent > 0 || drop > 0) {
            long kept = drop >= 0 ? shiftRightUp(mantissa, drop) : mantissa << -drop;
            long carry = kept >>> MANTISSA_BITS;
            return exponent + drop + carry << Integer.SIZE | kept >>> carry;
        }
        return mantissa;
    }

    private static long shiftRightUp(long value, int bits) {
        return bits >= Long.SIZE - 1 ? Math.min(value, 1) : value + (1L << bits) - 1 >>> bits;
    }

    private static long mantissa(long radius) {
        return radius & MANTISSA;
    }

    private static int exponent(long radius) {
        return (int) (radius >>> Integer.SIZE);
    }

    /** At least this many units, from 0. */
    public static long of(long units) {
        return pack(units, 0);
    }

    /** At least the absolute value. */
    public static long of(BigInteger number) {
        int length = number.bitLength();
        if (length < Long.SIZE - 1) {
            return pack(Math.abs(number.longValue()), 0);
        }
        int shift = length - MANTISSA_BITS;
        long floor = number.shiftRight(shift).longValue();
        return pack(floor < 0 ? -floor : floor + 1, shift);
    }

    public static long add(long a, long b) {
        if (a == 0 || b == 0) {
            return a | b;
        }
        int difference = exponent(a) - exponent(b);
        return difference >= 0
                ? pack(mantissa(a) + shiftRightUp(mantissa(b), difference), exponent(a))
                : pack(mantissa(b) + shiftRightUp(mantissa(a), -difference), exponent(b));
    }

    public static long multiply(long a, long b) {
        return multiply(a, b, 0);
    }

    /** The product times {@code 2^-bits}: that of two numbers with this many bits behind the point. */
    static long multiply(long a, long b, int bits) {
        return a == 0 || b == 0 ? 0 : pack(mantissa(a) * mantissa(b), Math.addExact(exponent(a), exponent(b)) - bits);
    }

    /** Times {@code 2^bits}, which may be negative. */
    public static long shift(long radius, int bits) {
        return radius == 0 ? 0 : pack(mantissa(radius), Math.addExact(exponent(radius), bits));
    }

    /** At least the quotient by a whole number from 1. */
    static long divide(long radius, long n) {
        long longer = mantissa(radius) << MANTISSA_BITS;
        return radius == 0 ? 0 : pack(longer / n + Math.min(longer % n, 1), exponent(radius) - MANTISSA_BITS);
    }

    /** The length in bits, 0 for zero. */
    public static int bits(long radius) {
        return radius == 0 ? 0 : Long.SIZE - Long.numberOfLeadingZeros(mantissa(radius)) + exponent(radius);
    }

    public static int compare(long a, long b) {
        int byLength = Integer.compare(bits(a), bits(b));
        return byLength != 0 ? byLength : Long.compare(alignedLeft(a), alignedLeft(b));
    }

    private static long alignedLeft(long radius) {
        return radius == 0 ? 0 : mantissa(radius) << Long.numberOfLeadingZeros(mantissa(radius));
    }

    public static BigInteger toInteger(long radius) {
        return BigInteger.valueOf(mantissa(radius)).shiftLeft(exponent(radius));
    }

    /** Whether the radius is below the absolute value of the number. */
    static boolean isBelow(long radius, BigInteger number) {
        BigInteger absolute = number.abs();
        int byLength = Integer.compare(bits(radius), absolute.bitLength());
        return byLength != 0 ? byLength < 0 : toInteger(radius).compareTo(absolute) < 0;
    }
}
