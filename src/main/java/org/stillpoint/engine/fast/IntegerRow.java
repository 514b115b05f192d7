package org.stillpoint.engine.fast;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.engine.fast.fraction.LowestTerms;

/**
 * The parameters of one hidden neuron as integers over {@code d q^exponent}: incoming weights, bias if there is one, outgoing
 * weights; longs as long as they fit. Coefficients of one sum have absolute values that add up to less than
 * {@value #COEFFICIENT_LIMIT}, so that a sum of products with 32 bits never leaves a long.
 */
final class IntegerRow {

    static final long COEFFICIENT_LIMIT = 1L << 30;

    private final int incoming;
    private final int entries;
    private RowTier tier;
    private int exponent;

    /**
     * @param incoming the number of incoming weights, the bias included
     * @param numerators incoming weights, bias, outgoing weights
     */
    IntegerRow(int incoming, BigInteger[] numerators) {
        this.incoming = incoming;
        this.entries = numerators.length;
        this.tier = LongTier.of(incoming, numerators);
    }

    /** As {@link #IntegerRow(int, BigInteger[])}, out of fractions over divisors of {@code d}. */
    IntegerRow(int incoming, BigFraction[] fractions, BigInteger d) {
        this.incoming = incoming;
        this.entries = fractions.length;
        this.tier = LongTier.of(incoming, fractions, d);
    }

    int entries() {
        return entries;
    }

    int exponent() {
        return exponent;
    }

    RowTier tier() {
        return tier;
    }

    /**
     * The step {@code w' = scale w - sum_o c_ok v_o, v_o' = scale v_o - sum_k c_ok w_k} over a denominator with one more q.
     *
     * @param c one coefficient for each output and each incoming entry, output by output
     * @param growth bits that no entry gains more than
     * @param lastScale in place of scale for the last incoming entry
     */
    void update(long[] c, int growth, long scale, long lastScale) {
        if (!tier.fits(growth) && tier instanceof LongTier narrow) {
            tier = narrow.wider();
        }
        tier.update(c, growth, scale, lastScale);
        exponent++;
    }

    /** The sum of incoming entry k times c_k. */
    BigInteger incomingTimes(long[] c, int from) {
        BigInteger sum = BigInteger.ZERO;
        for (int k = 0; k < incoming; k++) {
            if (c[from + k] != 0) {
                sum = sum.add(tier.numerator(k).multiply(BigInteger.valueOf(c[from + k])));
            }
        }
        return sum;
    }

    BigInteger outgoing(int o) {
        return tier.numerator(incoming + o);
    }

    /** Entry k over a product of powers of the base. */
    BigFraction fraction(int k, LowestTerms lowest, int[] denominator) {
        return tier.fraction(k, lowest, denominator);
    }
}
