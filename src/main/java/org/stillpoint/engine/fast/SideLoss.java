package org.stillpoint.engine.fast;

import java.math.BigInteger;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.RationalLoss;

/** The losses whose derivative depends only on the side of a threshold that the output f is on: -1 below it, 0 at it, 1 above. */
enum SideLoss {

    PERCEPTRON {
        @Override
        BigInteger derivative(int side, BigFraction y) {
            return y.signum() * side <= 0 ? y.getNumerator().negate() : BigInteger.ZERO;
        }

        @Override
        BigFraction constant(int side, BigFraction y) {
            return BigFraction.ZERO;
        }
    },

    /** For a target of 0 the threshold plays no part. */
    HINGE {
        @Override
        BigInteger thresholdNumerator(BigFraction y) {
            return y.signum() < 0 ? y.getDenominator().negate() : y.getDenominator();
        }

        @Override
        BigInteger thresholdDenominator(BigFraction y) {
            return y.signum() == 0 ? BigInteger.ONE : y.getNumerator().abs();
        }

        @Override
        BigInteger derivative(int side, BigFraction y) {
            return y.signum() * side < 0 ? y.getNumerator().negate() : BigInteger.ZERO;
        }

        @Override
        BigFraction constant(int side, BigFraction y) {
            return y.signum() * side < 0 || y.signum() == 0 ? BigFraction.ONE : BigFraction.ZERO;
        }
    },

    ABSOLUTE {
        @Override
        BigInteger thresholdNumerator(BigFraction y) {
            return y.getNumerator();
        }

        @Override
        BigInteger thresholdDenominator(BigFraction y) {
            return y.getDenominator();
        }

        @Override
        BigInteger derivative(int side, BigFraction y) {
            return BigInteger.valueOf(side);
        }

        @Override
        BigInteger derivativeDenominator(BigFraction y) {
            return BigInteger.ONE;
        }

        @Override
        BigFraction constant(int side, BigFraction y) {
            return y.multiply(-side);
        }
    };

    /** Empty for the squared loss. */
    static Optional<SideLoss> of(RationalLoss loss) {
        return switch (loss) {
            case PERCEPTRON -> Optional.of(PERCEPTRON);
            case HINGE -> Optional.of(HINGE);
            case ABSOLUTE -> Optional.of(ABSOLUTE);
            case SQUARED -> Optional.empty();
        };
    }

    /** Where the derivative jumps is at this over {@link #thresholdDenominator}, in whatever terms. */
    BigInteger thresholdNumerator(BigFraction y) {
        return BigInteger.ZERO;
    }

    /** Positive. */
    BigInteger thresholdDenominator(BigFraction y) {
        return BigInteger.ONE;
    }

    /** dl/df is this over {@link #derivativeDenominator}. */
    abstract BigInteger derivative(int side, BigFraction y);

    BigInteger derivativeDenominator(BigFraction y) {
        return y.getDenominator();
    }

    /**
     * The loss less derivative times f: on either side of the threshold, and at it, the loss is {@code constant + derivative f}.
     */
    abstract BigFraction constant(int side, BigFraction y);
}
