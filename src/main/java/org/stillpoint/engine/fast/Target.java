package org.stillpoint.engine.fast;

import java.math.BigInteger;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.engine.fast.fraction.CoprimeBase;

/**
 * What a loss makes of a target y: a threshold to compare an output with, and the derivative on either side of it and at it.
 *
 * @param number of this among the different targets of a training
 */
record Target(int number, BigFraction y, Optional<SideLoss> loss, BigInteger[] derivatives) {

    static Target of(int number, BigFraction y, Optional<SideLoss> loss) {
        BigInteger[] derivatives = new BigInteger[3];
        for (int side = -1; side <= 1 && loss.isPresent(); side++) {
            derivatives[side + 1] = loss.get().derivative(side, y);
        }
        return new Target(number, y, loss, derivatives);
    }

    boolean isOf(BigFraction other) {
        return y == other || y.getNumerator().equals(other.getNumerator()) && y.getDenominator().equals(other.getDenominator());
    }

    /** The numerator of the derivative under a loss of sides. */
    BigInteger derivative(int side) {
        return derivatives[side + 1];
    }

    BigInteger derivativeDenominator() {
        return loss.map(sides -> sides.derivativeDenominator(y)).orElse(y.getDenominator());
    }

    BigInteger thresholdNumerator() {
        return loss.map(sides -> sides.thresholdNumerator(y)).orElse(BigInteger.ZERO);
    }

    BigInteger thresholdDenominator() {
        return loss.map(sides -> sides.thresholdDenominator(y)).orElse(BigInteger.ONE);
    }

    /** The derivative under a loss of sides. */
    Scalar derivative(CoprimeBase base, int side) {
        return new Scalar(derivative(side), base.exponents(derivativeDenominator()));
    }

    /** The loss less derivative times output, under a loss of sides. */
    BigFraction constant(int side) {
        return loss.orElseThrow().constant(side, y);
    }
}
