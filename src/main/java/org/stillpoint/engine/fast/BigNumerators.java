package org.stillpoint.engine.fast;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.engine.fast.fraction.LowestTerms;

/** Integers of any size, for steps with coefficients of any size. */
final class BigNumerators implements Numerators {

    private final BigInteger[] all;
    private final int bits;

    BigNumerators(BigInteger[] all) {
        this.all = all;
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
        return lowest.fraction(all[k], denominator);
    }
}
