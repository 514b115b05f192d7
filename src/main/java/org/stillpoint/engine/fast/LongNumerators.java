package org.stillpoint.engine.fast;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.engine.fast.fraction.LowestTerms;

/** Integers of at most 63 bits, the sign included; a step that may make longer ones goes to {@link LimbNumerators}. */
final class LongNumerators implements SmallNumerators {

    static final int MAX_BITS = 63;

    private final int incoming;
    private final int size;
    private final long[] numbers;
    private final long[] changes;
    private int bits;

    /**
     * @param incoming how many parameters come in, the bias included
     * @param size how many parameters there are
     * @param numbers of at most 63 bits, which become those of this object
     */
    LongNumerators(int incoming, int size, long[] numbers) {
        this.incoming = incoming;
        this.size = size;
        this.numbers = numbers;
        this.changes = new long[size];
        countBits();
    }

    private void countBits() {
        long used = 0;
        for (long number : numbers) {
            used |= number ^ number >> 63;
        }
        bits = 65 - Long.numberOfLeadingZeros(used);
    }

    private SmallNumerators wider() {
        BigInteger[] wider = new BigInteger[numbers.length];
        for (int k = 0; k < wider.length; k++) {
            wider[k] = get(k);
        }
        return new LimbNumerators(incoming, size, wider);
    }

    @Override
    public SmallNumerators mix(long[] c, LinearRule rule, int bias, int growth) {
        if (bits + growth > MAX_BITS) {
            return wider().mix(c, rule, bias, growth);
        }
        for (int k = 0; k < incoming; k++) {
            changes[k] = 0;
        }
        for (int o = incoming, from = 0; o < size; o++, from += incoming) {
            long v = numbers[o];
            long sum = 0;
            for (int k = 0; k < incoming; k++) {
                sum += c[from + k] * numbers[k];
                changes[k] += c[from + k] * v;
            }
            changes[o] = sum;
        }
        for (int k = 0; k < size; k++) {
            long change = changes[k] + (k == bias ? 0 : rule.decay() * numbers[k]);
            if (rule.remembers()) {
                change += rule.momentum() * numbers[size + k];
                numbers[size + k] = change;
            }
            numbers[k] = rule.scale() * numbers[k] - (rule.moves() ? change : 0);
        }
        countBits();
        return this;
    }

    /** Upper and lower halves apart, as their sum may have more bits than a long. */
    @Override
    public int preactivationSign(int[] x) {
        long low = 0;
        long high = 0;
        for (int k = 0; k < incoming; k++) {
            low += x[k] * (numbers[k] & 0xffff_ffffL);
            high += x[k] * (numbers[k] >> 32);
        }
        high += low >> 32;
        return high != 0 ? Long.signum(high) : (int) low == 0 ? 0 : 1;
    }

    /** The sum of the incoming entry k times x_k, which is known to fit. */
    long preactivation(int[] x) {
        long sum = 0;
        for (int k = 0; k < incoming; k++) {
            sum += x[k] * numbers[k];
        }
        return sum;
    }

    long outgoing(int o) {
        return numbers[incoming + o];
    }

    @Override
    public int bits() {
        return bits;
    }

    @Override
    public void leading(int shift, long[] parts) {
        for (int k = 0; k < parts.length; k++) {
            parts[k] = numbers[k] >> shift;
        }
    }

    @Override
    public BigInteger get(int k) {
        return BigInteger.valueOf(numbers[k]);
    }

    @Override
    public BigFraction fraction(int k, LowestTerms lowest, int[] denominator) {
        return lowest.fraction(numbers[k], denominator);
    }
}
