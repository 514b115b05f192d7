package org.stillpoint.engine;

import java.math.BigInteger;

/**
 * The parameters of one hidden neuron as integers over {@code d q^exponent}: incoming weights, bias if there is one, outgoing weights. Each is
 * in two's complement, in limbs of 32 bits, the lowest first; all have the same number of limbs. Coefficients of one sum have absolute values
 * that add up to less than {@value #COEFFICIENT_LIMIT}, so that a sum of products with limbs never leaves a long.
 */
final class IntegerRow {

    static final long COEFFICIENT_LIMIT = 1L << 30;

    private static final long MASK = 0xffff_ffffL;

    private final int incoming;
    private final int entries;
    private int[] limbs;
    private int stride;
    private int length = 1;
    private int bits;
    private int exponent;
    private int[] scratch = new int[0];

    /**
     * @param incoming the number of incoming weights, the bias included
     * @param numerators incoming weights, bias, outgoing weights
     */
    IntegerRow(int incoming, BigInteger[] numerators) {
        this.incoming = incoming;
        this.entries = numerators.length;
        for (BigInteger numerator : numerators) {
            bits = Math.max(bits, numerator.bitLength() + 1);
        }
        this.length = (bits + 31) / 32;
        this.stride = length + 2;
        this.limbs = new int[entries * stride];
        for (int k = 0; k < entries; k++) {
            BigInteger rest = numerators[k];
            for (int i = 0; i < length; i++) {
                limbs[k * stride + i] = rest.intValue();
                rest = rest.shiftRight(32);
            }
        }
    }

    int entries() {
        return entries;
    }

    int length() {
        return length;
    }

    int exponent() {
        return exponent;
    }

    /** At least the bits of every entry, the sign included. */
    int bits() {
        return bits;
    }

    /** Limb i of entry k, the lowest first. */
    int limb(int k, int i) {
        return limbs[k * stride + i];
    }

    /**
     * The step {@code w' = scale_k w - sum_o c_ok v_o, v_o' = scale v_o - sum_k c_ok w_k} over a denominator with one more q.
     *
     * @param c one coefficient for each output and each incoming entry, output by output
     * @param scale of weights
     * @param biasScale of the bias
     * @param hasBias whether the last incoming entry is one
     */
    void update(long[] c, long scale, long biasScale, boolean hasBias) {
        lengthen(growth(c, scale, biasScale));
        int outputs = entries - incoming;
        if (scratch.length < outputs * length) {
            scratch = new int[outputs * stride];
        }
        for (int o = 0; o < outputs; o++) {
            outgoing(o, c, scale);
        }
        for (int k = 0; k < incoming; k++) {
            scaleAndSubtract(k * stride, hasBias && k == incoming - 1 ? biasScale : scale, incoming * stride, c[k]);
            for (int o = 1; o < outputs; o++) {
                scaleAndSubtract(k * stride, 1, (incoming + o) * stride, c[o * incoming + k]);
            }
        }
        for (int o = 0; o < outputs; o++) {
            System.arraycopy(scratch, o * length, limbs, (incoming + o) * stride, length);
        }
        exponent++;
        shorten();
    }

    /** Bits that an update may add. */
    private int growth(long[] c, long scale, long biasScale) {
        long sum = Math.max(Math.abs(scale), Math.abs(biasScale));
        for (long coefficient : c) {
            sum += Math.abs(coefficient);
        }
        return 64 - Long.numberOfLeadingZeros(sum);
    }

    private void lengthen(int growth) {
        int needed = (bits + growth + 31) / 32;
        if (needed > stride) {
            int[] wider = new int[entries * 2 * needed];
            for (int k = 0; k < entries; k++) {
                System.arraycopy(limbs, k * stride, wider, k * 2 * needed, length);
            }
            limbs = wider;
            stride = 2 * needed;
        }
        for (int k = 0; k < entries && needed > length; k++) {
            int sign = limbs[k * stride + length - 1] >> 31;
            for (int i = length; i < needed; i++) {
                limbs[k * stride + i] = sign;
            }
        }
        length = Math.max(length, needed);
    }

    /** Drops limbs that only repeat the sign, and counts the bits again. */
    private void shorten() {
        int used = usedBits(length - 1);
        while (used == 0 && length > 1 && signsAgree()) {
            length--;
            used = usedBits(length - 1);
        }
        bits = 32 * (length - 1) + used + 1;
    }

    /** The bits of limb i over all entries in which a number differs from its sign. */
    private int usedBits(int i) {
        int used = 0;
        for (int k = 0; k < entries; k++) {
            int limb = limbs[k * stride + i];
            used |= limb ^ limb >> 31;
        }
        return 32 - Integer.numberOfLeadingZeros(used);
    }

    private boolean signsAgree() {
        for (int k = 0; k < entries; k++) {
            int top = k * stride + length - 1;
            if (limbs[top] != limbs[top - 1] >> 31) {
                return false;
            }
        }
        return true;
    }

    /** Leaves outgoing weight o of the next step in the scratch. */
    private void outgoing(int o, long[] c, long scale) {
        int v = (incoming + o) * stride;
        long carry = 0;
        for (int i = 0; i < length; i++) {
            long mask = i == length - 1 ? -1L : MASK;
            long sum = carry + scale * (limbs[v + i] & mask);
            for (int k = 0, at = i; k < incoming; k++, at += stride) {
                sum -= c[o * incoming + k] * (limbs[at] & mask);
            }
            scratch[o * length + i] = (int) sum;
            carry = sum >> 32;
        }
    }

    /** Compute a = scale a - c b. */
    private void scaleAndSubtract(int a, long scale, int b, long c) {
        int top = length - 1;
        long carry = 0;
        for (int i = 0; i < top; i++) {
            long sum = scale * (limbs[a + i] & MASK) - c * (limbs[b + i] & MASK) + carry;
            limbs[a + i] = (int) sum;
            carry = sum >> 32;
        }
        limbs[a + top] = (int) (scale * limbs[a + top] - c * limbs[b + top] + carry);
    }

    /** The sign of the sum of incoming entry k times x_k. */
    int preactivationSign(int[] x) {
        long carry = 0;
        int low = 0;
        for (int i = 0; i < length; i++) {
            long mask = i == length - 1 ? -1L : MASK;
            long sum = carry;
            for (int k = 0, at = i; k < incoming; k++, at += stride) {
                sum += (long) x[k] * (limbs[at] & mask);
            }
            low |= (int) sum;
            carry = sum >> 32;
        }
        return carry != 0 ? Long.signum(carry) : low == 0 ? 0 : 1;
    }

    /** The sum of incoming entry k times c_k. */
    BigInteger incomingTimes(long[] c, int from) {
        BigInteger sum = BigInteger.ZERO;
        for (int k = 0; k < incoming; k++) {
            if (c[from + k] != 0) {
                sum = sum.add(numerator(k).multiply(BigInteger.valueOf(c[from + k])));
            }
        }
        return sum;
    }

    BigInteger outgoing(int o) {
        return numerator(incoming + o);
    }

    BigInteger numerator(int k) {
        if (length <= 2) {
            long low = limbs[k * stride] & MASK;
            return BigInteger.valueOf(length == 1 ? limbs[k * stride] : (long) limbs[k * stride + 1] << 32 | low);
        }
        byte[] bytes = new byte[4 * length];
        for (int i = 0; i < length; i++) {
            int limb = limbs[k * stride + i];
            int at = 4 * (length - 1 - i);
            bytes[at] = (byte) (limb >> 24);
            bytes[at + 1] = (byte) (limb >> 16);
            bytes[at + 2] = (byte) (limb >> 8);
            bytes[at + 3] = (byte) limb;
        }
        return new BigInteger(bytes);
    }
}
