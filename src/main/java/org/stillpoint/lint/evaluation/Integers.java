package org.stillpoint.lint.evaluation;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * Rationals over one denominator, so that sums of products are sums of products of integers.
 *
 * @param numerators not changed
 */
record Integers(BigInteger[] numerators, BigInteger denominator) {

    static Integers of(List<BigFraction> numbers) {
        BigInteger denominator = BigInteger.ONE;
        for (BigFraction number : numbers) {
            BigInteger own = number.getDenominator();
            if (!denominator.equals(own) && denominator.mod(own).signum() != 0) {
                denominator = denominator.divide(denominator.gcd(own)).multiply(own);
            }
        }
        BigInteger common = denominator;
        return new Integers(numbers.stream().map(number -> number.getNumerator().multiply(common.divide(number.getDenominator())))
                .toArray(BigInteger[]::new), common);
    }

    /**
     * All entries of a tensor of a file.
     *
     * @throws DomainException if one is not finite
     */
    static Integers of(Weights weights) throws IOException {
        long[] codes = new long[Math.toIntExact(weights.dimensions().entries())];
        weights.entries().read(0, codes);
        if (!LongStream.of(codes).allMatch(Code::isFinite)) {
            throw new DomainException("tensor " + weights.name() + " has entries that are no finite numbers, expected numbers");
        }
        int least = Math.min(0, LongStream.of(codes).filter(code -> code != 0).mapToInt(Integers::lowest).min().orElse(0));
        BigInteger[] numerators = Arrays.stream(codes).mapToObj(code -> code == 0 ? BigInteger.ZERO
                : shifted(Code.mantissa(code), Code.scale(code) - least)).toArray(BigInteger[]::new);
        return new Integers(numerators, BigInteger.ONE.shiftLeft(-least));
    }

    private static int lowest(long code) {
        return Code.scale(code) + Long.numberOfTrailingZeros(Code.mantissa(code));
    }

    private static BigInteger shifted(long mantissa, int by) {
        return by >= 0 ? BigInteger.valueOf(mantissa).shiftLeft(by) : BigInteger.valueOf(mantissa >> -by);
    }

    /** The length of the longest numerator, in bits. */
    int bits() {
        return Arrays.stream(numerators).mapToInt(BigInteger::bitLength).max().orElse(0);
    }

    BigFraction number(int at) {
        return over(numerators[at], denominator);
    }

    /** A quotient in lowest terms; powers of two, which are nearly all there is, are taken out first. */
    static BigFraction over(BigInteger numerator, BigInteger denominator) {
        if (numerator.signum() == 0) {
            return BigFraction.ZERO;
        }
        int twos = Math.min(numerator.getLowestSetBit(), denominator.getLowestSetBit());
        return new BigFraction(numerator.shiftRight(twos), denominator.shiftRight(twos));
    }
}
