package org.stillpoint.lint.survey;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.modelfile.tensor.Code;

/** Sizes as codes: of two numbers that are not negative, the larger one has the larger code. */
final class Sizes {

    static final BigFraction TEN_TO_MINUS_TWENTY = new BigFraction(BigInteger.ONE, BigInteger.TEN.pow(20));

    private Sizes() {
    }

    /** The code of the largest finite number with a code that is at most a rational, which is not negative. */
    static long atMost(BigFraction bound) {
        long least = 0;
        long above = Code.INFINITY;
        while (above - least > 1) {
            long middle = least + above >>> 1;
            if (Code.number(middle).compareTo(bound) <= 0) {
                least = middle;
            } else {
                above = middle;
            }
        }
        return least;
    }
}
