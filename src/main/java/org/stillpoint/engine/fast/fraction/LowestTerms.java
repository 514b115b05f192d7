package org.stillpoint.engine.fast.fraction;

import java.math.BigInteger;
import java.util.Arrays;
import org.hipparchus.fraction.BigFraction;

/**
 * Fractions in lowest terms out of numerators over powers of a base. Where the base is prime no greatest common divisor is taken:
 * the numerator is divided by each prime as often as that goes.
 */
public final class LowestTerms {

    /** Where a factor may be there more often than this, and is there often, powers of it are tried. */
    private static final int OFTEN = 64;
    private static final long MASK = 0xffff_ffffL;

    private final CoprimeBase base;
    private int[] lastExponents = {};
    private BigInteger lastDenominator;
    private int[] wholeExponents = {};
    private long whole;
    private BigInteger lastShort = BigInteger.ONE;

    public LowestTerms(CoprimeBase base) {
        this.base = base;
    }

    public BigFraction fraction(BigInteger numerator, int[] exponents) {
        if (numerator.bitLength() < Long.SIZE - 1) {
            return fraction(numerator.longValue(), exponents);
        }
        int[] left = exponents.clone();
        int shift = Math.min(left[0], numerator.getLowestSetBit());
        left[0] -= shift;
        BigInteger rest = numerator.abs().shiftRight(shift);
        int[] limbs = BigEndian.limbs(rest);
        for (int i = 1; i < left.length; i++) {
            if (left[i] > OFTEN && (!base.isPrime(i) || base.valuation(i, limbs) == base.chunkExponent(i))) {
                rest = strip(rest, i, left);
                limbs = BigEndian.limbs(rest);
            }
        }
        return fraction(numerator.signum(), limbs, left);
    }

    /** The number divided by factor i nearly as often as it goes; what is left of the exponent of i is taken from the array. */
    private BigInteger strip(BigInteger number, int i, int[] left) {
        BigInteger rest = number;
        int least = base.isPrime(i) ? base.chunkExponent(i) : 1;
        int step = least;
        boolean up = true;
        while (step >= least) {
            BigInteger[] quotient = step > left[i] ? null : rest.divideAndRemainder(base.power(i, step));
            if (quotient != null && quotient[1].signum() == 0) {
                rest = quotient[0];
                left[i] -= step;
            } else {
                up = false;
            }
            step = up ? 2 * step : step / 2;
        }
        return rest;
    }

    /** As {@link #fraction(BigInteger, int[])}; short where the denominator is a long too. */
    public BigFraction fraction(long numerator, int[] exponents) {
        if (numerator == 0) {
            return BigFraction.ZERO;
        }
        long rest = Math.abs(numerator);
        if (exponents != wholeExponents) {
            wholeExponents = exponents;
            whole = base.isPrime() && base.bitsAtMost(exponents) < Long.SIZE ? base.product(exponents).longValue() : 0;
        }
        if (whole == 0) {
            return fraction(Long.signum(numerator), new int[] {(int) rest, (int) (rest >>> 32)}, exponents);
        }
        int shift = Math.min(exponents[0], Long.numberOfTrailingZeros(rest));
        rest >>>= shift;
        long denominator = whole >>> shift;
        for (int i = 1; i < exponents.length; i++) {
            long inverse = base.inverse(i);
            long most = base.mostTimes(i);
            // an odd divisor divides exactly those whose product with its inverse modulo 2^64 is no more than a quotient can be
            for (int left = exponents[i]; left > 0 && Long.compareUnsigned(rest * inverse, most) <= 0; left--) {
                rest *= inverse;
                denominator *= inverse;
            }
        }
        if (lastShort.longValue() != denominator) {
            lastShort = BigInteger.valueOf(denominator);
        }
        return new BigFraction(new CoprimeNumerator(Long.signum(numerator), BigEndian.bytes(rest), lastShort), lastShort);
    }

    /** @param magnitude limbs of 32 bits, the lowest first, overwritten */
    public BigFraction fraction(int signum, int[] magnitude, int[] exponents) {
        if (isZero(magnitude)) {
            return BigFraction.ZERO;
        }
        int[] left = exponents.clone();
        left[0] -= shiftOutZeros(magnitude, exponents[0]);
        boolean reduced = true;
        for (int i = 1; i < left.length; i++) {
            if (left[i] > 0 && base.isPrime(i)) {
                left[i] -= divide(magnitude, i, left[i]);
            } else {
                reduced &= left[i] == 0;
            }
        }
        BigInteger denominator = denominator(left);
        byte[] bytes = BigEndian.bytes(magnitude);
        return reduced
                ? new BigFraction(new CoprimeNumerator(signum, bytes, denominator), denominator)
                : new BigFraction(new BigInteger(signum, bytes), denominator);
    }

    private static boolean isZero(int[] magnitude) {
        int used = 0;
        for (int limb : magnitude) {
            used |= limb;
        }
        return used == 0;
    }

    /** The product of powers, which neighbours in a row mostly share. */
    private BigInteger denominator(int[] exponents) {
        if (!Arrays.equals(exponents, lastExponents)) {
            lastExponents = exponents;
            lastDenominator = base.product(exponents);
        }
        return lastDenominator;
    }

    /** Divides by 2 as often as it goes, at most so many times; answers how often. */
    private static int shiftOutZeros(int[] magnitude, int atMost) {
        int zeros = 0;
        while (magnitude[zeros / 32] == 0) {
            zeros += 32;
        }
        int shift = Math.min(atMost, zeros + Integer.numberOfTrailingZeros(magnitude[zeros / 32]));
        if (shift > 0) {
            for (int i = 0; i < magnitude.length; i++) {
                int from = i + shift / 32;
                long low = from < magnitude.length ? magnitude[from] & MASK : 0;
                long high = from + 1 < magnitude.length ? magnitude[from + 1] & MASK : 0;
                magnitude[i] = (int) ((high << 32 | low) >>> shift % 32);
            }
        }
        return shift;
    }

    /** Divides by factor i, an odd prime, as often as it goes, at most so many times; answers how often. */
    private int divide(int[] magnitude, int i, int atMost) {
        int count = 0;
        int times = base.chunkExponent(i);
        while (count < atMost && times == base.chunkExponent(i)) {
            times = Math.min(base.valuation(i, magnitude), atMost - count);
            if (times > 0) {
                divideExactly(magnitude, base.power(i, times).intValue());
                count += times;
            }
        }
        return count;
    }

    /** Divides by an odd divisor from the lowest limb up, each limb of the quotient by the inverse of the divisor modulo 2^32. */
    private static void divideExactly(int[] magnitude, int divisor) {
        int inverse = divisor;
        for (int bits = 3; bits < 32; bits *= 2) {
            inverse *= 2 - divisor * inverse;
        }
        long borrow = 0;
        for (int i = 0; i < magnitude.length; i++) {
            long rest = (magnitude[i] & MASK) - borrow;
            magnitude[i] = (int) rest * inverse;
            borrow = ((magnitude[i] & MASK) * divisor >>> 32) - (rest >> 63);
        }
    }
}
