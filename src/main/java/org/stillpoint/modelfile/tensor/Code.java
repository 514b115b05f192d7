package org.stillpoint.modelfile.tensor;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/**
 * An entry of a tensor as one integer: the bits that the number has as an IEEE 754 binary64, found by integer arithmetic alone.
 * Both zeros are the code 0, so equal numbers have equal codes whatever they were stored as, and a code is 0 only for zero. All
 * that is not a number has the code {@link #NOT_A_NUMBER}; infinities have codes of their own.
 */
public final class Code {

    public static final long INFINITY = 0x7FF0000000000000L;
    public static final long NOT_A_NUMBER = 0x7FF8000000000000L;

    private static final long SIGN = 1L << 63;
    private static final int FRACTION_BITS = 52;
    private static final int BIAS = 1023;
    private static final int MIN_EXPONENT = -1074;
    private static final int MAX_EXPONENT = 1023;
    private static final int PRECISION = 53;
    private static final long SIGN_BINARY32 = 1L << 31;
    private static final long MIN_NORMAL_BINARY32 = 1L << 23;
    private static final long INFINITE_BINARY32 = 0xFFL << 23;
    private static final long REBIAS_BINARY32 = (long) (BIAS - 127) << FRACTION_BITS;

    private Code() {
    }

    /** Of the bits of a binary64. */
    public static long ofBinary64(long bits) {
        return bits << 1 != 0 && isFinite(bits) ? bits : ofBits(bits, 11, FRACTION_BITS);
    }

    /** Of the bits of a binary32, as its lowest 32. */
    public static long ofBinary32(long bits) {
        long size = bits & 0x7FFFFFFFL;
        boolean isNormal = size >= MIN_NORMAL_BINARY32 && size < INFINITE_BINARY32;
        return isNormal ? (bits & SIGN_BINARY32) << 32 | (size << 29) + REBIAS_BINARY32 : ofBits(bits, 8, 23);
    }

    /** Of the bits of a binary16. */
    public static long ofBinary16(long bits) {
        return ofBits(bits, 5, 10);
    }

    /** Of the bits of a bfloat16, the upper half of a binary32. */
    public static long ofBfloat16(long bits) {
        return ofBits(bits, 8, 7);
    }

    private static long ofBits(long bits, int exponentBits, int fractionBits) {
        long fraction = bits & (1L << fractionBits) - 1;
        int top = (1 << exponentBits) - 1;
        int exponent = (int) (bits >>> fractionBits) & top;
        boolean negative = (bits >>> fractionBits + exponentBits & 1) == 1;
        if (exponent == top) {
            return fraction != 0 ? NOT_A_NUMBER : negative ? INFINITY | SIGN : INFINITY;
        }
        int bias = (1 << exponentBits - 1) - 1;
        if (exponent == 0) {
            return fraction == 0 ? 0 : exact(negative ? -fraction : fraction, 1 - bias - fractionBits);
        }
        if (fractionBits == FRACTION_BITS) {
            return bits;
        }
        return (negative ? SIGN : 0) | (long) (exponent - bias + BIAS) << FRACTION_BITS
                | fraction << FRACTION_BITS - fractionBits;
    }

    /**
     * Of {@code mantissa 2^exponent}.
     *
     * @throws ArithmeticException if no binary64 is this number
     */
    public static long exact(long mantissa, int exponent) {
        if (mantissa == 0) {
            return 0;
        }
        int shift = Long.numberOfTrailingZeros(mantissa);
        long odd = Math.abs(mantissa >> shift);
        int lowest = exponent + shift;
        int length = Long.SIZE - Long.numberOfLeadingZeros(odd);
        int highest = lowest + length - 1;
        if (length > PRECISION || lowest < MIN_EXPONENT || highest > MAX_EXPONENT) {
            throw new ArithmeticException(mantissa + " * 2^" + exponent + " is no binary64");
        }
        long sign = mantissa < 0 ? SIGN : 0;
        if (highest < 1 - BIAS) {
            return sign | odd << lowest - MIN_EXPONENT;
        }
        long fraction = odd << PRECISION - length & (1L << FRACTION_BITS) - 1;
        return sign | (long) (highest + BIAS) << FRACTION_BITS | fraction;
    }

    /** Whether it is the code of a number, neither infinite nor no number at all. */
    public static boolean isFinite(long code) {
        return (code & INFINITY) != INFINITY;
    }

    /** The power of two, or more, by which a finite number that is not zero is in size: 2^e is at most that, 2^(e+1) is above. */
    public static int exponent(long code) {
        int stored = (int) (code >>> FRACTION_BITS) & 0x7FF;
        long fraction = code & (1L << FRACTION_BITS) - 1;
        return stored > 0 ? stored - BIAS : MIN_EXPONENT + Long.SIZE - 1 - Long.numberOfLeadingZeros(fraction);
    }

    /** The integer m of a finite number {@code m 2^e}, where e is {@link #scale}. */
    public static long mantissa(long code) {
        int stored = (int) (code >>> FRACTION_BITS) & 0x7FF;
        long fraction = code & (1L << FRACTION_BITS) - 1;
        long mantissa = stored > 0 ? fraction | 1L << FRACTION_BITS : fraction;
        return code < 0 ? -mantissa : mantissa;
    }

    /** The integer e of a finite number {@code m 2^e}, where m is {@link #mantissa}. */
    public static int scale(long code) {
        return Math.max((int) (code >>> FRACTION_BITS) & 0x7FF, 1) - 1 + MIN_EXPONENT;
    }

    /**
     * The number.
     *
     * @throws ArithmeticException if it is not finite
     */
    public static BigFraction number(long code) {
        if (!isFinite(code)) {
            throw new ArithmeticException("not a finite number");
        }
        if (code == 0) {
            return BigFraction.ZERO;
        }
        BigInteger mantissa = BigInteger.valueOf(mantissa(code));
        int scale = scale(code);
        return scale >= 0 ? new BigFraction(mantissa.shiftLeft(scale))
                : new BigFraction(mantissa, BigInteger.ONE.shiftLeft(-scale));
    }
}
