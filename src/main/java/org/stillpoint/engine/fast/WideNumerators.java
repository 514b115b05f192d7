package org.stillpoint.engine.fast;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.engine.fast.fraction.BigEndian;
import org.stillpoint.engine.fast.fraction.LowestTerms;

/**
 * Integers of any size in two's complement, in limbs of {@value Multiplier#BITS} bits, number by number and the lowest limb
 * first, for linear steps with coefficients of any size. The highest limb has the sign, the others have none; there are so few
 * bits in one that all that a step adds to it fits in a long.
 */
final class WideNumerators implements Numerators {

    private static final int BITS = Multiplier.BITS;
    private static final int SPARE = Long.SIZE - BITS;
    private static final long MASK = Multiplier.MASK;

    private final int incoming;
    private final int size;
    private final int count;
    private long[] limbs;
    private int stride;
    private int length;
    private int bits;

    /**
     * @param incoming how many parameters come in, the bias included
     * @param size how many parameters there are
     */
    WideNumerators(int incoming, int size, BigInteger[] numerators) {
        this.incoming = incoming;
        this.size = size;
        this.count = numerators.length;
        for (BigInteger numerator : numerators) {
            bits = Math.max(bits, numerator.bitLength() + 1);
        }
        this.length = limbsFor(bits);
        this.stride = length;
        this.limbs = new long[count * stride];
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < length; i++) {
                limbs[k * stride + i] = numerators[k].shiftRight(BITS * i).longValue() & MASK;
            }
        }
        signHighest();
    }

    private static int limbsFor(int bits) {
        return (bits + BITS - 1) / BITS;
    }

    private void signHighest() {
        for (int k = 0, i = length - 1; k < count; k++, i += stride) {
            limbs[i] = limbs[i] << SPARE >> SPARE;
        }
    }

    /**
     * As {@link SmallNumerators#mix}, with coefficients of any size. No numerator becomes longer than the longest one times the
     * sum of the absolute values of all coefficients.
     *
     * @param c a coefficient for each output and each incoming entry, output by output
     * @param bias the entry without decay; -1 if there is none
     */
    void mix(Multipliers c, WideRule rule, int bias) {
        int next = limbsFor(bits + rule.absolute().add(c.absolute()).bitLength());
        long[] to = new long[count * next];
        for (int k = 0; k < size; k++) {
            add(to, next, k, rule.scale(), k, 1);
            if (rule.remembers()) {
                addChange(to, next, size + k, k, c, rule, bias, 1);
                add(to, next, size + k, rule.momentum(), size + k, 1);
                if (rule.moves()) {
                    addProduct(to, k * next, next, to, (size + k) * next, next, -1, 0);
                }
            } else if (rule.moves()) {
                addChange(to, next, k, k, c, rule, bias, -1);
            }
        }
        limbs = to;
        stride = next;
        length = next;
        signHighest();
        shorten();
    }

    /** Adds gradient and decay of parameter k to a number, or with sign -1 takes them away. */
    private void addChange(long[] to, int next, int at, int k, Multipliers c, WideRule rule, int bias, int sign) {
        if (k < incoming) {
            for (int o = incoming, from = 0; o < size; o++, from += incoming) {
                add(to, next, at, c.get(from + k), o, sign);
            }
        } else {
            for (int i = 0, from = (k - incoming) * incoming; i < incoming; i++) {
                add(to, next, at, c.get(from + i), i, sign);
            }
        }
        if (k != bias) {
            add(to, next, at, rule.decay(), k, sign);
        }
    }

    /** Adds a multiple of number k, or with sign -1 takes it away. */
    private void add(long[] to, int next, int at, Multiplier factor, int k, int sign) {
        long[] c = factor.limbs();
        for (int d = 0; d < c.length; d += 2) {
            int skipped = factor.zeros() + d;
            addProduct(to, at * next + skipped, next - skipped, limbs, k * stride, length, sign * c[d],
                    d + 1 < c.length ? sign * c[d + 1] : 0);
        }
    }

    /**
     * Adds a number, times a factor of two limbs, to another one, none of whose limbs has a sign until the step is done. The
     * products are made 16 times as large, so that a half of each is what stays in its limb and the other what is carried.
     *
     * @param room how many limbs there are from {@code at} on, at least one; what is carried out of them is lost
     * @param c the lower limb of the factor, with its sign
     * @param upper the other one, with the same sign or 0
     */
    private static void addProduct(long[] to, int at, int room, long[] from, int first, int length, long c, long upper) {
        long c8 = c << 3;
        long upper8 = upper << 3;
        long carry = 0;
        long below = 0;
        int n = Math.min(length, room);
        for (int i = 0; i < n; i++) {
            long limb = from[first + i] << 1;
            long sum = to[at + i] + (limb * c8 >>> 4) + (below * upper8 >>> 4) + carry;
            to[at + i] = sum & MASK;
            carry = Math.multiplyHigh(limb, c8) + Math.multiplyHigh(below, upper8) + (sum >> BITS);
            below = limb;
        }
        for (int i = n; i < room && (carry | below) != 0; i++) {
            long sum = to[at + i] + (below * upper8 >>> 4) + carry;
            to[at + i] = sum & MASK;
            carry = Math.multiplyHigh(below, upper8) + (sum >> BITS);
            below = 0;
        }
    }

    /** Leaves out limbs that only repeat the sign, and counts the bits again. */
    private void shorten() {
        long used = usedBits();
        while (used == 0 && length > 1 && signsAgree()) {
            length--;
            signHighest();
            used = usedBits();
        }
        bits = BITS * (length - 1) + Long.SIZE - Long.numberOfLeadingZeros(used) + 1;
    }

    /** The bits in which a highest limb differs from its sign, over all numerators. */
    private long usedBits() {
        long used = 0;
        for (int k = 0, i = length - 1; k < count; k++, i += stride) {
            used |= limbs[i] ^ limbs[i] >> 63;
        }
        return used;
    }

    private boolean signsAgree() {
        long different = 0;
        for (int k = 0, i = length - 1; k < count; k++, i += stride) {
            different |= limbs[i] ^ limbs[i - 1] << SPARE >> 63;
        }
        return different == 0;
    }

    @Override
    public int bits() {
        return bits;
    }

    @Override
    public void leading(int shift, long[] parts) {
        for (int k = 0; k < parts.length; k++) {
            parts[k] = word(k, shift);
        }
    }

    /** 64 bits of a number from a bit on. */
    private long word(int k, int bit) {
        int i = bit / BITS;
        int offset = bit % BITS;
        long word = limb(k, i) >> offset | limb(k, i + 1) << BITS - offset;
        return offset > 2 * BITS - Long.SIZE ? word | limb(k, i + 2) << 2 * BITS - offset : word;
    }

    /** A limb, or what follows the highest one. */
    private long limb(int k, int i) {
        return i < length ? limbs[k * stride + i] : limbs[k * stride + length - 1] >> 63;
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
        return (int) (limbs[k * stride + length - 1] >> 63);
    }

    /** The absolute value in limbs of 32 bits. */
    private int[] magnitude(int k) {
        int[] magnitude = new int[(BITS * length + Integer.SIZE - 1) / Integer.SIZE];
        int sign = sign(k);
        long carry = -sign;
        long word = 0;
        for (int i = 0; i < magnitude.length; i++) {
            word = i % 2 == 0 ? word(k, Integer.SIZE * i) : word >> Integer.SIZE;
            carry += ((int) word ^ sign) & 0xffff_ffffL;
            magnitude[i] = (int) carry;
            carry >>>= Integer.SIZE;
        }
        return magnitude;
    }
}
