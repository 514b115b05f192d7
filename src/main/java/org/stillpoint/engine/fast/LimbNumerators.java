package org.stillpoint.engine.fast;

import java.math.BigInteger;
import java.util.Arrays;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.engine.fast.fraction.BigEndian;
import org.stillpoint.engine.fast.fraction.LowestTerms;

/**
 * Integers of any size in two's complement, in limbs of 32 bits: limb i of all numerators stands side by side, the lowest i
 * first, so that the carries of neighbours do not wait for each other. Coefficients of one sum add up to less than
 * {@link SmallCoefficients#LIMIT}, so that a limb's products and the carry into it fit in a long.
 */
final class LimbNumerators implements SmallNumerators {

    private static final long MASK = 0xffff_ffffL;

    private final int incoming;
    private final int size;
    private final int count;
    private final long[] carries;
    private final long[] changes;
    private int[][] limbs;
    private int length;
    private int bits;

    /**
     * @param incoming how many parameters come in, the bias included
     * @param size how many parameters there are
     */
    LimbNumerators(int incoming, int size, BigInteger[] numerators) {
        this.incoming = incoming;
        this.size = size;
        this.count = numerators.length;
        this.carries = new long[count];
        this.changes = new long[size];
        for (BigInteger numerator : numerators) {
            bits = Math.max(bits, numerator.bitLength() + 1);
        }
        this.length = Math.max(2, (bits + 31) / 32);
        this.limbs = new int[length][count];
        for (int i = 0; i < length; i++) {
            for (int k = 0; k < count; k++) {
                limbs[i][k] = numerators[k].shiftRight(32 * i).intValue();
            }
        }
    }

    @Override
    public SmallNumerators mix(long[] c, LinearRule rule, int bias, int growth) {
        lengthen((bits + growth + 31) / 32);
        Arrays.fill(carries, 0);
        for (int i = 0; i < length; i++) {
            mixLimb(limbs[i], mask(i), c, rule, bias);
        }
        shorten();
        return this;
    }

    private void mixLimb(int[] limb, long mask, long[] c, LinearRule rule, int bias) {
        long[] change = changes;
        Arrays.fill(change, 0);
        for (int o = incoming, from = 0; o < size; o++, from += incoming) {
            long v = limb[o] & mask;
            long sum = 0;
            for (int k = 0; k < incoming; k++) {
                sum += c[from + k] * (limb[k] & mask);
                change[k] += c[from + k] * v;
            }
            change[o] = sum;
        }
        if (rule.decay() != 0) {
            for (int k = 0; k < size; k++) {
                change[k] += k == bias ? 0 : rule.decay() * (limb[k] & mask);
            }
        }
        if (rule.remembers()) {
            addVelocities(limb, mask, rule.momentum());
        }
        if (!rule.moves()) {
            Arrays.fill(change, 0);
        }
        long scale = rule.scale();
        for (int k = 0; k < size; k++) {
            long sum = carries[k] + scale * (limb[k] & mask) - change[k];
            limb[k] = (int) sum;
            carries[k] = sum >> 32;
        }
    }

    private void addVelocities(int[] limb, long mask, long momentum) {
        for (int k = 0; k < size; k++) {
            changes[k] += momentum * (limb[size + k] & mask);
            long sum = carries[size + k] + changes[k];
            limb[size + k] = (int) sum;
            carries[size + k] = sum >> 32;
        }
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
                limbs[length] = new int[count];
            }
            for (int k = 0; k < count; k++) {
                limbs[length][k] = limbs[length - 1][k] >> 31;
            }
        }
    }

    /** Drops limbs that only repeat the sign, and counts the bits again. */
    private void shorten() {
        int used = usedBits(limbs[length - 1]);
        while (used == 0 && length > 2 && signsAgree(limbs[length - 1], limbs[length - 2])) {
            length--;
            used = usedBits(limbs[length - 1]);
        }
        bits = 32 * (length - 1) + used + 1;
    }

    /** The bits in which a number differs from its sign, over all numerators. */
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
    public int bits() {
        return bits;
    }

    @Override
    public void leading(int shift, long[] parts) {
        int[] low = limbs[shift >>> 5];
        int[] middle = limbs[Math.min((shift >>> 5) + 1, length - 1)];
        int[] high = limbs[Math.min((shift >>> 5) + 2, length - 1)];
        boolean two = (shift >>> 5) + 2 >= length;
        int offset = shift & 31;
        for (int k = 0; k < parts.length; k++) {
            long upper = middle[k] & MASK | (long) (two ? middle[k] >> 31 : high[k]) << 32;
            parts[k] = upper << 32 - offset | (low[k] & MASK) >>> offset;
        }
    }

    @Override
    public BigInteger get(int k) {
        return new BigInteger(sign(k) | 1, BigEndian.bytes(magnitude(k)));
    }

    @Override
    public BigFraction fraction(int k, LowestTerms lowest, int[] denominator) {
        return lowest.fraction(sign(k) | 1, magnitude(k), denominator);
    }

    private int sign(int k) {
        return limbs[length - 1][k] >> 31;
    }

    private int[] magnitude(int k) {
        int[] magnitude = new int[length];
        int sign = sign(k);
        long carry = -sign;
        for (int i = 0; i < length; i++) {
            carry += (limbs[i][k] ^ sign) & MASK;
            magnitude[i] = (int) carry;
            carry >>>= 32;
        }
        return magnitude;
    }
}
