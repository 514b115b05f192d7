package org.stillpoint.engine;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/** Integers of any size in two's complement, in limbs of 32 bits, the lowest first; all have the same number of limbs. */
final class LimbTier implements RowTier {

    private static final long MASK = 0xffff_ffffL;

    private final int incoming;
    private final int entries;
    private int[] limbs;
    private int stride;
    private int length = 1;
    private int bits;
    private int[] scratch = new int[0];

    /**
     * @param incoming the number of incoming weights, the bias included
     * @param numerators incoming weights, bias, outgoing weights
     */
    LimbTier(int incoming, BigInteger[] numerators) {
        this.incoming = incoming;
        this.entries = numerators.length;
        for (BigInteger numerator : numerators) {
            bits = Math.max(bits, numerator.bitLength() + 1);
        }
        this.length = Math.max(3, (bits + 31) / 32);
        this.stride = length + 1;
        this.limbs = new int[entries * stride];
        for (int k = 0; k < entries; k++) {
            for (int i = 0; i < length; i++) {
                limbs[k * stride + i] = numerators[k].shiftRight(32 * i).intValue();
            }
        }
    }

    @Override
    public int bits() {
        return bits;
    }

    @Override
    public long top(int k) {
        int end = k * stride + length;
        return (long) limbs[end - 1] << 32 | limbs[end - 2] & MASK;
    }

    @Override
    public long next(int k) {
        return limbs[k * stride + length - 3] & MASK;
    }

    @Override
    public int lower() {
        return length - 3;
    }

    @Override
    public boolean fits(int growth) {
        return true;
    }

    @Override
    public void update(long[] c, int growth, long scale, long biasScale) {
        lengthen(growth);
        int outputs = entries - incoming;
        if (scratch.length < outputs * length) {
            scratch = new int[outputs * stride];
        }
        for (int o = 0; o < outputs; o++) {
            outgoing(o, c, scale);
        }
        for (int k = 0; k < incoming; k++) {
            scaleAndSubtract(k * stride, k == incoming - 1 ? biasScale : scale, incoming * stride, c[k]);
            for (int o = 1; o < outputs; o++) {
                scaleAndSubtract(k * stride, 1, (incoming + o) * stride, c[o * incoming + k]);
            }
        }
        for (int o = 0; o < outputs; o++) {
            System.arraycopy(scratch, o * length, limbs, (incoming + o) * stride, length);
        }
        shorten();
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
        while (used == 0 && length > 3 && signsAgree()) {
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
            long mask = mask(i);
            long sum = carry + scale * (limbs[v + i] & mask);
            for (int k = 0, at = i; k < incoming; k++, at += stride) {
                sum -= c[o * incoming + k] * (limbs[at] & mask);
            }
            scratch[o * length + i] = (int) sum;
            carry = sum >> 32;
        }
    }

    /** The top limb has a sign, the others have none. */
    private long mask(int i) {
        return i == length - 1 ? -1L : MASK;
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
    @Override
    public int preactivationSign(int[] x) {
        long carry = 0;
        int low = 0;
        for (int i = 0; i < length; i++) {
            long mask = mask(i);
            long sum = carry;
            for (int k = 0, at = i; k < incoming; k++, at += stride) {
                sum += (long) x[k] * (limbs[at] & mask);
            }
            low |= (int) sum;
            carry = sum >> 32;
        }
        return carry != 0 ? Long.signum(carry) : low == 0 ? 0 : 1;
    }

    @Override
    public BigFraction fraction(int k, LowestTerms lowest, int[] denominator) {
        int[] magnitude = new int[length];
        int signum = 0;
        int sign = limbs[k * stride + length - 1] >> 31;
        long carry = -sign;
        for (int i = 0; i < length; i++) {
            carry += (limbs[k * stride + i] ^ sign) & MASK;
            magnitude[i] = (int) carry;
            signum |= magnitude[i];
            carry >>>= 32;
        }
        return signum == 0 ? BigFraction.ZERO : lowest.fraction(sign | 1, magnitude, denominator);
    }

    @Override
    public BigInteger numerator(int k) {
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
