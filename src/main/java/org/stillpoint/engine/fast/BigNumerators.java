package org.stillpoint.engine.fast;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.engine.fast.fraction.LowestTerms;

/** Integers of any size, for steps with coefficients of any size. */
final class BigNumerators implements Numerators {

    private final BigInteger[] all;
    private final BigFraction[] known;
    private final int bits;

    /** @param known what they are in lowest terms, as far as that is known; null elsewhere */
    BigNumerators(BigInteger[] all, BigFraction[] known) {
        this.all = all;
        this.known = known;
        int most = 0;
        for (BigInteger number : all) {
            most = Math.max(most, number.bitLength());
        }
        this.bits = most + 1;
    }

    /** The numerators themselves, which nobody changes. */
    BigInteger[] all() {
        return all;
    }

    /** What is known of them in lowest terms; who moves one forgets it. */
    BigFraction[] known() {
        return known;
    }

    @Override
    public int bits() {
        return bits;
    }

    @Override
    public void leading(int shift, long[] parts) {
        for (int k = 0; k < parts.length; k++) {
            parts[k] = all[k].shiftRight(shift).longValue();
        }
    }

    @Override
    public BigInteger get(int k) {
        return all[k];
    }

    @Override
    public BigFraction fraction(int k, LowestTerms lowest, int[] denominator) {
        return known[k] == null ? lowest.fraction(all[k], denominator) : known[k];
    }
}
