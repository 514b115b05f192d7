package org.stillpoint.engine.fast;

import java.math.BigInteger;
import java.util.Arrays;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.engine.fast.fraction.Integers;
import org.stillpoint.engine.fast.fraction.LowestTerms;

/** Integers of at most 63 bits, the sign included. */
final class LongTier implements RowTier {

    private static final int MAX_BITS = 63;

    private final int incoming;
    private final long[] numbers;
    private final long[] outgoing;
    private int bits;

    private LongTier(int incoming, long[] numbers) {
        this.incoming = incoming;
        this.numbers = numbers;
        this.outgoing = new long[numbers.length - incoming];
        countBits();
    }

    /** The numerators as longs, or as limbs if one is too long. */
    static RowTier of(int incoming, BigInteger[] numerators) {
        long[] numbers = new long[numerators.length];
        for (int k = 0; k < numbers.length; k++) {
            if (numerators[k].bitLength() >= MAX_BITS) {
                return new LimbTier(incoming, numerators);
            }
            numbers[k] = numerators[k].longValue();
        }
        return new LongTier(incoming, numbers);
    }

    /** The numerators of fractions over a common denominator. */
    static RowTier of(int incoming, BigFraction[] fractions, BigInteger common) {
        boolean shortOnes = Integers.isInt(common);
        long[] products = new long[fractions.length];
        for (int k = 0; k < products.length && shortOnes; k++) {
            shortOnes = Integers.isInt(fractions[k].getNumerator());
            int denominator = fractions[k].getDenominator().intValue();
            products[k] = (long) fractions[k].getNumerator().intValue()
                    * (denominator == 1 ? common.intValue() : common.intValue() / denominator);
        }
        return shortOnes ? new LongTier(incoming, products)
                : of(incoming, Arrays.stream(fractions).map(fraction -> Integers.numerator(fraction, common))
                        .toArray(BigInteger[]::new));
    }

    private void countBits() {
        long used = 0;
        for (long number : numbers) {
            used |= number ^ number >> 63;
        }
        bits = 65 - Long.numberOfLeadingZeros(used);
    }

    RowTier wider() {
        BigInteger[] numerators = new BigInteger[numbers.length];
        for (int k = 0; k < numerators.length; k++) {
            numerators[k] = numerator(k);
        }
        return new LimbTier(incoming, numerators);
    }

    @Override
    public int bits() {
        return bits;
    }

    @Override
    public boolean fits(int growth) {
        return bits + growth <= MAX_BITS;
    }

    @Override
    public void update(long[] c, int growth, long scale, long biasScale) {
        for (int o = 0; o < outgoing.length; o++) {
            long sum = scale * numbers[incoming + o];
            for (int k = 0; k < incoming; k++) {
                sum -= c[o * incoming + k] * numbers[k];
            }
            outgoing[o] = sum;
        }
        for (int k = 0; k < incoming; k++) {
            long sum = (k == incoming - 1 ? biasScale : scale) * numbers[k];
            for (int o = 0; o < outgoing.length; o++) {
                sum -= c[o * incoming + k] * numbers[incoming + o];
            }
            numbers[k] = sum;
        }
        System.arraycopy(outgoing, 0, numbers, incoming, outgoing.length);
        countBits();
    }

    @Override
    public int preactivationSign(int[] x) {
        long low = 0;
        long high = 0;
        for (int k = 0; k < incoming; k++) {
            long product = x[k] * (numbers[k] & 0xffff_ffffL);
            low += product;
            high += x[k] * (numbers[k] >> 32);
        }
        high += low >> 32;
        return high != 0 ? Long.signum(high) : (int) low == 0 ? 0 : 1;
    }

    @Override
    public int lower() {
        return -1;
    }

    @Override
    public long top(int k) {
        return numbers[k];
    }

    @Override
    public long next(int k) {
        return 0;
    }

    @Override
    public BigInteger numerator(int k) {
        return BigInteger.valueOf(numbers[k]);
    }

    @Override
    public BigFraction fraction(int k, LowestTerms lowest, int[] denominator) {
        return lowest.fraction(numbers[k], denominator);
    }
}
