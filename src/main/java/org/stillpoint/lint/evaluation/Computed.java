package org.stillpoint.lint.evaluation;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.tensor.Tensor;

/** A tensor, and how close its entries are to what they are to be. */
record Computed(Tensor tensor, Closeness closeness) {

    /** The same with numbers of so many bits, near those that are longer; equal ones stay equal. */
    Computed shortened(int bits) {
        if (tensor.entries().stream().allMatch(entry -> ExactNumber.bits(entry) <= bits)) {
            return this;
        }
        return new Computed(tensor.map(entry -> shortened(entry, bits)), closeness.and(Closeness.NEAR));
    }

    private static BigFraction shortened(BigFraction entry, int bits) {
        if (ExactNumber.bits(entry) <= bits) {
            return entry;
        }
        BigInteger numerator = entry.getNumerator();
        BigInteger denominator = entry.getDenominator();
        int shift = bits / 2 - (numerator.bitLength() - denominator.bitLength());
        return shift >= 0 ? Integers.over(numerator.shiftLeft(shift).divide(denominator), BigInteger.ONE.shiftLeft(shift))
                : new BigFraction(numerator.divide(denominator.shiftLeft(-shift)).shiftLeft(-shift));
    }
}
