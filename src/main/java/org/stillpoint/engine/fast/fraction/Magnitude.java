package org.stillpoint.engine.fast.fraction;

import java.math.BigInteger;

/** A positive number in limbs of 64 bits, the lowest first, which is divided in place. */
final class Magnitude {

    private static final long MASK = 0xffff_ffffL;

    /** So many products of half a limb and a weight below 2^20 add up to less than 63 bits. */
    private static final int WEIGHTED_SUM_LENGTH = 1 << 10;

    private long[] limbs = {};
    private long[] quotient = {};
    private int length;

    /** Takes a number in {@code used} limbs of 32 bits, divided by a power of 2 that divides it. */
    void set(int[] halves, int used, int shift) {
        int from = shift / Integer.SIZE;
        int bits = shift % Integer.SIZE;
        resize((used - from + 1) / 2);
        for (int i = 0, k = from; i < length; i++, k += 2) {
            long low = halves[k] & MASK;
            long middle = k + 1 < used ? halves[k + 1] & MASK : 0;
            long high = k + 2 < used ? halves[k + 2] & MASK : 0;
            // two shifts to the left, as one by 64 would be none
            limbs[i] = (middle << Integer.SIZE | low) >>> bits | high << Integer.SIZE << Integer.SIZE - bits;
        }
        trim();
    }

    /** Takes the absolute value of a number that is not 0, divided by a power of 2 that divides it. */
    void set(BigInteger number, int shift) {
        if (number.bitLength() < Long.SIZE) {
            resize(1);
            limbs[0] = Math.abs(number.longValue()) >>> shift;
            return;
        }
        byte[] bytes = number.abs().toByteArray();
        resize((bytes.length + Long.BYTES - 1) / Long.BYTES);
        BigEndian.read(bytes, limbs);
        shiftRight(shift);
        trim();
    }

    private void shiftRight(int shift) {
        int from = shift / Long.SIZE;
        int bits = shift % Long.SIZE;
        length -= from;
        for (int i = 0; i < length; i++) {
            long high = i + 1 < length ? limbs[i + from + 1] : 0;
            // two shifts to the left, as one by 64 would be none
            limbs[i] = limbs[i + from] >>> bits | high << 1 << Long.SIZE - 1 - bits;
        }
    }

    private void resize(int length) {
        if (limbs.length < length) {
            limbs = new long[length];
            quotient = new long[length];
        }
        this.length = length;
    }

    private void trim() {
        while (limbs[length - 1] == 0) {
            length--;
        }
    }

    int length() {
        return length;
    }

    /** The sum of the limbs' halves, each times its weight, without multiples of the modulus. */
    int weightedSum(int[] weights, int modulus) {
        long sum = 0;
        int from = 0;
        while (from < length) {
            int to = Math.min(length, from + WEIGHTED_SUM_LENGTH / 2);
            for (int i = from; i < to; i++) {
                sum += (limbs[i] & MASK) * weights[2 * i] + (limbs[i] >>> Integer.SIZE) * weights[2 * i + 1];
            }
            sum %= modulus;
            from = to;
        }
        return (int) sum;
    }

    /**
     * Divides by an odd number below 2^63 if that goes; answers whether it did. From the lowest limb up, each limb of the
     * quotient is that of what is left of the number times the inverse of the divisor modulo 2^64.
     */
    boolean divide(long divisor, long inverse) {
        long carry = 0;
        for (int i = 0; i < length; i++) {
            long rest = limbs[i] - carry;
            long digit = rest * inverse;
            quotient[i] = digit;
            long high = Math.multiplyHigh(digit, divisor) + (digit >> 63 & divisor);
            carry = Long.compareUnsigned(limbs[i], carry) < 0 ? high + 1 : high;
        }
        if (carry != 0) {
            return false;
        }
        long[] divided = quotient;
        quotient = limbs;
        limbs = divided;
        trim();
        return true;
    }

    BigInteger toBigInteger(int signum) {
        return length == 1 && limbs[0] > 0
                ? BigInteger.valueOf(signum < 0 ? -limbs[0] : limbs[0])
                : new BigInteger(signum, BigEndian.bytes(limbs, length));
    }
}
