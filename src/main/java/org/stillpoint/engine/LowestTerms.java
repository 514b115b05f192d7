package org.stillpoint.engine;

import java.math.BigInteger;
import java.util.Arrays;
import org.hipparchus.fraction.BigFraction;

/**
 * Fractions in lowest terms out of numerators over powers of a base. Where the base is prime no greatest common divisor is taken: the numerator
 * is divided by each prime as often as that goes.
 */
final class LowestTerms {

    private static final long MASK = 0xffff_ffffL;

    private final CoprimeBase base;
    private int[] lastExponents = {};
    private BigInteger lastDenominator;

    LowestTerms(CoprimeBase base) {
        this.base = base;
    }

    BigFraction fraction(BigInteger numerator, int[] exponents) {
        if (numerator.signum() == 0) {
            return BigFraction.ZERO;
        }
        byte[] bytes = numerator.abs().toByteArray();
        int[] limbs = new int[(bytes.length + 3) / 4];
        for (int i = 0; i < bytes.length; i++) {
            limbs[i / 4] |= (bytes[bytes.length - 1 - i] & 0xff) << 8 * (i % 4);
        }
        return fraction(numerator.signum(), limbs, exponents);
    }

    /** @param magnitude limbs of 32 bits, the lowest first, not all zero; overwritten */
    BigFraction fraction(int signum, int[] magnitude, int[] exponents) {
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
        byte[] bytes = bytes(magnitude);
        return reduced
                ? new BigFraction(new CoprimeNumerator(signum, bytes, denominator), denominator)
                : new BigFraction(new BigInteger(signum, bytes), denominator);
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

    /** Divides by factor i, a prime, as often as it goes, at most so many times; answers how often. */
    private int divide(int[] magnitude, int i, int atMost) {
        int count = 0;
        while (count < atMost && base.divides(i, magnitude)) {
            int prime = base.factor(i).intValue();
            long rest = 0;
            for (int limb = magnitude.length - 1; limb >= 0; limb--) {
                long dividend = rest << 32 | magnitude[limb] & MASK;
                magnitude[limb] = (int) (dividend / prime);
                rest = dividend % prime;
            }
            count++;
        }
        return count;
    }

    private static byte[] bytes(int[] magnitude) {
        byte[] bytes = new byte[4 * magnitude.length];
        for (int i = 0; i < magnitude.length; i++) {
            int at = 4 * (magnitude.length - 1 - i);
            bytes[at] = (byte) (magnitude[i] >> 24);
            bytes[at + 1] = (byte) (magnitude[i] >> 16);
            bytes[at + 2] = (byte) (magnitude[i] >> 8);
            bytes[at + 3] = (byte) magnitude[i];
        }
        return bytes;
    }
}
