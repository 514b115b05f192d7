package org.stillpoint.modelfile.json;

import java.math.BigInteger;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.modelfile.tensor.Code;

/** Rationals whose denominators are powers of two, as numbers of binary64 are. */
final class Dyadic {

    private static final int MAX_BITS = 53;
    private static final int MAX_EXPONENT = 2000;
    private static final int MAX_SHOWN = 40;

    private Dyadic() {
    }

    /** The least number of which each multiple is dyadic; 1 if it would be too long to leave any entry within binary64. */
    static BigInteger factor(Stream<BigFraction> numbers) {
        BigInteger factor = BigInteger.ONE;
        for (Iterator<BigFraction> all = numbers.iterator(); all.hasNext();) {
            BigInteger denominator = all.next().getDenominator();
            BigInteger odd = denominator.shiftRight(denominator.getLowestSetBit());
            if (!factor.mod(odd).equals(BigInteger.ZERO)) {
                factor = factor.multiply(odd.divide(factor.gcd(odd)));
            }
            if (factor.bitLength() > MAX_BITS) {
                return BigInteger.ONE;
            }
        }
        return factor;
    }

    /** The code of a number, if binary64 has it. */
    static Optional<Long> code(BigFraction number) {
        BigInteger numerator = number.getNumerator();
        BigInteger denominator = number.getDenominator();
        int zeros = Math.max(numerator.getLowestSetBit(), 0);
        int exponent = zeros - denominator.getLowestSetBit();
        BigInteger odd = numerator.shiftRight(zeros);
        if (denominator.bitCount() != 1 || odd.bitLength() > MAX_BITS || Math.abs(exponent) > MAX_EXPONENT) {
            return Optional.empty();
        }
        try {
            return Optional.of(Code.exact(odd.longValueExact(), exponent));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    static String shown(BigFraction number) {
        String text = ExactNumber.write(number);
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "...";
    }
}
