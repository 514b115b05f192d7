package org.stillpoint.engine.fast;

import java.math.BigInteger;
import java.util.Arrays;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.engine.fast.fraction.BigEndian;
import org.stillpoint.engine.fast.fraction.LowestTerms;

/**
 * Integers of any size in two's complement, in limbs of 32 bits: limb i of all entries stands side by side, the lowest i first,
 * so that the carries of neighbouring entries do not wait for each other.
 */
final class LimbTier implements RowTier {

    private static final long MASK = 0xffff_ffffL;

    private final int incoming;
    private final int entries;
    private final long[] carries;
    private int[][] limbs;
    private int length;
    private int bits;

    /**
     * @param incoming the number of incoming weights, the bias included
     * @param numerators incoming weights, bias, outgoing weights
     */
    LimbTier(int incoming, BigInteger[] numerators) {
        this.incoming = incoming;
        this.entries = numerators.length;
        this.carries = new long[entries];
        for (BigInteger numerator : numerators) {
            bits = Math.max(bits, numerator.bitLength() + 1);
        }
        this.length = Math.max(3, (bits + 31) / 32);
        this.limbs = new int[length][entries];
        for (int i = 0; i < length; i++) {
            for (int k = 0; k < entries; k++) {
                limbs[i][k] = numerators[k].shiftRight(32 * i).intValue();
            }
        }
    }

    @Override
    public int bits() {
        return bits;
    }

    @Override
    public boolean fits(int growth) {
        return true;
    }

    @Override
    public void update(long[] c, int growth, long scale, long lastScale) {
        lengthen((bits + growth + 31) / 32);
        Arrays.fill(carries, 0);
        for (int i = 0; i < length; i++) {
            updateLimb(limbs[i], mask(i), c, scale, lastScale - scale);
        }
        shorten();
    }

    private void updateLimb(int[] limb, long mask, long[] c, long scale, long lastExcess) {
        long[] carry = carries;
        int last = incoming - 1;
        carry[last] += lastExcess * (limb[last] & mask);
        for (int o = incoming + 1; o < entries; o++) {
            long v = limb[o] & mask;
            long sum = carry[o] + scale * v;
            int from = (o - incoming) * incoming;
            for (int k = 0; k < incoming; k++) {
                sum -= c[from + k] * (limb[k] & mask);
                carry[k] -= c[from + k] * v;
            }
            limb[o] = (int) sum;
            carry[o] = sum >> 32;
        }
        long v = limb[incoming] & mask;
        long sumOfV = carry[incoming] + scale * v;
        for (int k = 0; k < incoming; k++) {
            long w = limb[k] & mask;
            sumOfV -= c[k] * w;
            long sum = carry[k] + scale * w - c[k] * v;
            limb[k] = (int) sum;
            carry[k] = sum >> 32;
        }
        limb[incoming] = (int) sumOfV;
        carry[incoming] = sumOfV >> 32;
    }

    /** The top limb has a sign, the others have none. */
    private long mask(int i) {
        return i == length - 1 ? -1L : MASK;
    }

    private void lengthen(int needed) {
        if (needed > limbs.length) {
            limbs = Arrays.copyOf(limbs, 2 * needed);
        }
        for (; length < needed; length++) {
            if (limbs[length] == null) {
                limbs[length] = new int[entries];
            }
            for (int k = 0; k < entries; k++) {
                limbs[length][k] = limbs[length - 1][k] >> 31;
            }
        }
    }

    /** Drops limbs that only repeat the sign, and counts the bits again. */
    private void shorten() {
        int used = usedBits(limbs[length - 1]);
        while (used == 0 && length > 3 && signsAgree(limbs[length - 1], limbs[length - 2])) {
            length--;
            used = usedBits(limbs[length - 1]);
        }
        bits = 32 * (length - 1) + used + 1;
    }

    /** The bits in which a number differs from its sign, over all entries. */
    private static int usedBits(int[] limb) {
        int used = 0;
        for (int number : limb) {
            used |= number ^ number >> 31;
        }
        return 32 - Integer.numberOfLeadingZeros(used);
    }

    private static boolean signsAgree(int[] signs, int[] below) {
        int different = 0;
        for (int k = 0; k < signs.length; k++) {
            different |= signs[k] ^ below[k] >> 31;
        }
        return different == 0;
    }

    @Override
    public int preactivationSign(int[] x) {
        long carry = 0;
        int low = 0;
        for (int i = 0; i < length; i++) {
            long sum = carry;
            for (int k = 0; k < incoming; k++) {
                sum += x[k] * (limbs[i][k] & mask(i));
            }
            low |= (int) sum;
            carry = sum >> 32;
        }
        return carry != 0 ? Long.signum(carry) : low == 0 ? 0 : 1;
    }

    @Override
    public int lower() {
        return length - 3;
    }

    @Override
    public long top(int k) {
        return (long) limbs[length - 1][k] << 32 | limbs[length - 2][k] & MASK;
    }

    @Override
    public long next(int k) {
        return limbs[length - 3][k] & MASK;
    }

    @Override
    public BigInteger numerator(int k) {
        int[] magnitude = magnitude(k);
        return new BigInteger(limbs[length - 1][k] >> 31 | 1, BigEndian.bytes(magnitude));
    }

    @Override
    public BigFraction fraction(int k, LowestTerms lowest, int[] denominator) {
        return lowest.fraction(limbs[length - 1][k] >> 31 | 1, magnitude(k), denominator);
    }

    private int[] magnitude(int k) {
        int[] magnitude = new int[length];
        int sign = limbs[length - 1][k] >> 31;
        long carry = -sign;
        for (int i = 0; i < length; i++) {
            carry += (limbs[i][k] ^ sign) & MASK;
            magnitude[i] = (int) carry;
            carry >>>= 32;
        }
        return magnitude;
    }
}
