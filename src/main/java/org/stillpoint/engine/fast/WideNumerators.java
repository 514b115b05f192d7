package org.stillpoint.engine.fast;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.engine.fast.fraction.BigEndian;
import org.stillpoint.engine.fast.fraction.LowestTerms;

/**
 * Integers of any size in two's complement, in limbs of 64 bits, number by number and the lowest limb first, for linear steps
 * with coefficients of any size.
 */
final class WideNumerators implements Numerators {

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
                limbs[k * stride + i] = numerators[k].shiftRight(Long.SIZE * i).longValue();
            }
        }
    }

    private static int limbsFor(int bits) {
        return (bits + Long.SIZE - 1) / Long.SIZE;
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
            add(to, next, k, rule.scale(), k, 0);
            if (rule.remembers()) {
                addChange(to, next, size + k, k, c, rule, bias, 0);
                add(to, next, size + k, rule.momentum(), size + k, 0);
                if (rule.moves()) {
                    addProduct(to, k * next, next, to, (size + k) * next, next, 1, -1);
                }
            } else if (rule.moves()) {
                addChange(to, next, k, k, c, rule, bias, -1);
            }
        }
        limbs = to;
        stride = next;
        length = next;
        shorten();
    }

    /** Adds gradient and decay of parameter k to a number, or takes them away. */
    private void addChange(long[] to, int next, int at, int k, Multipliers c, WideRule rule, int bias, long flip) {
        if (k < incoming) {
            for (int o = incoming, from = 0; o < size; o++, from += incoming) {
                add(to, next, at, c.get(from + k), o, flip);
            }
        } else {
            for (int i = 0, from = (k - incoming) * incoming; i < incoming; i++) {
                add(to, next, at, c.get(from + i), i, flip);
            }
        }
        if (k != bias) {
            add(to, next, at, rule.decay(), k, flip);
        }
    }

    /** Adds a multiple of number k, or with flip -1 takes it away. */
    private void add(long[] to, int next, int at, Multiplier factor, int k, long flip) {
        long signed = factor.signum() < 0 ? ~flip : flip;
        for (int d = 0; d < factor.limbs().length; d++) {
            int skipped = factor.zeros() + d;
            addProduct(to, at * next + skipped, next - skipped, limbs, k * stride, length, factor.limbs()[d], signed);
        }
    }

    /**
     * Adds c times a number to another one, or with flip -1 takes it away: then all bits of the number are the other way round,
     * which makes it -1 less itself, and c is added once more.
     *
     * @param room how many limbs there are from {@code at} on, at least one; what is carried out of them is lost
     * @param c without a sign
     */
    private static void addProduct(long[] to, int at, int room, long[] from, int first, int length, long c, long flip) {
        long upper = c >> 63;
        long carry = flip & c;
        int n = Math.min(length, room);
        for (int i = 0; i < n; i++) {
            long limb = from[first + i] ^ flip;
            // the upper half of a product of numbers with signs, as if they had none
            long high = Math.multiplyHigh(limb, c) + (limb >> 63 & c) + (upper & limb);
            long low = limb * c + carry;
            high += isBelow(low, carry);
            long sum = to[at + i] + low;
            to[at + i] = sum;
            carry = high + isBelow(sum, low);
        }
        if (n < room) {
            // the limbs of the sign that follow, times c, are 0 or -c
            long signs = (from[first + length - 1] ^ flip) >> 63;
            long low = carry - (signs & c);
            long over = signs & -isBelow(carry, c);
            for (int i = n; i < room && low != 0; i++) {
                long sum = to[at + i] + low;
                to[at + i] = sum;
                low = over + isBelow(sum, low);
                over = low >> 63;
            }
        }
    }

    private static long isBelow(long a, long b) {
        return Long.compareUnsigned(a, b) < 0 ? 1 : 0;
    }

    /** Leaves out limbs that only repeat the sign, and counts the bits again. */
    private void shorten() {
        long used = usedBits();
        while (used == 0 && length > 1 && signsAgree()) {
            length--;
            used = usedBits();
        }
        bits = Long.SIZE * length - Long.numberOfLeadingZeros(used) + 1;
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
            different |= limbs[i] ^ limbs[i - 1] >> 63;
        }
        return different == 0;
    }

    @Override
    public int bits() {
        return bits;
    }

    @Override
    public void leading(int shift, long[] parts) {
        int word = shift / Long.SIZE;
        int offset = shift % Long.SIZE;
        for (int k = 0; k < parts.length; k++) {
            parts[k] = limb(k, word) >>> offset;
            if (offset != 0) {
                parts[k] |= limb(k, word + 1) << Long.SIZE - offset;
            }
        }
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
        int[] magnitude = new int[2 * length];
        int sign = sign(k);
        long carry = -sign;
        for (int i = 0; i < magnitude.length; i++) {
            long half = limbs[k * stride + i / 2] >>> (i % 2 == 0 ? 0 : Integer.SIZE);
            carry += ((int) half ^ sign) & 0xffff_ffffL;
            magnitude[i] = (int) carry;
            carry >>>= Integer.SIZE;
        }
        return magnitude;
    }
}
