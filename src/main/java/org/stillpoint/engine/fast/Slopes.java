package org.stillpoint.engine.fast;

import java.math.BigInteger;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.engine.fast.fraction.Integers;

/** The slopes of an activation below, at and above 0, as integers over one denominator. */
final class Slopes {

    private final int[] numerators = new int[3];
    private final int denominator;

    /**
     * @param sigma a line through 0 on either side
     * @param atKink its derivative at 0, if it has a kink there
     * @throws ArithmeticException if an integer is too long
     */
    Slopes(PiecewiseLinear sigma, BigFraction atKink) {
        BigFraction below = sigma.pieces().get(0).slope();
        BigFraction above = sigma.pieces().get(sigma.pieces().size() - 1).slope();
        List<BigFraction> slopes = List.of(below, sigma.kinks().isEmpty() ? below : atKink, above);
        BigInteger common = Integers.lcm(BigInteger.ONE, slopes);
        this.denominator = common.intValueExact();
        for (int i = 0; i < 3; i++) {
            numerators[i] = Integers.intNumerator(slopes.get(i), common);
        }
    }

    /** The numerator of the slope where a pre-activation has this sign. */
    long slope(int sign) {
        return numerators[sign + 1];
    }

    long denominator() {
        return denominator;
    }

    long largest() {
        return Math.max(Math.abs((long) numerators[0]), Math.max(Math.abs((long) numerators[1]), Math.abs((long) numerators[2])));
    }
}
