package org.stillpoint.engine.fast;

import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.RationalLoss;

/** The losses whose derivative depends only on the side of a threshold that the output f is on: -1 below it, 0 at it, 1 above. */
enum SideLoss {

    PERCEPTRON {
        @Override
        BigFraction threshold(BigFraction y) {
            return BigFraction.ZERO;
        }
    },

    /** Without a target of 0, for which the threshold plays no part. */
    HINGE {
        @Override
        BigFraction threshold(BigFraction y) {
            return y.signum() == 0 ? BigFraction.ZERO : y.reciprocal();
        }

        @Override
        BigFraction derivative(int side, BigFraction y) {
            return y.signum() * side < 0 ? y.negate() : BigFraction.ZERO;
        }

        @Override
        BigFraction constant(int side, BigFraction y) {
            return y.signum() * side < 0 || y.signum() == 0 ? BigFraction.ONE : BigFraction.ZERO;
        }
    },

    ABSOLUTE {
        @Override
        BigFraction threshold(BigFraction y) {
            return y;
        }

        @Override
        BigFraction derivative(int side, BigFraction y) {
            return new BigFraction(side);
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

    /** Where the derivative jumps. */
    abstract BigFraction threshold(BigFraction y);

    /** dl/df. */
    BigFraction derivative(int side, BigFraction y) {
        return y.signum() * side <= 0 ? y.negate() : BigFraction.ZERO;
    }

    /**
     * The loss less derivative times f: on either side of the threshold, and at it, the loss is {@code constant + derivative f}.
     */
    BigFraction constant(int side, BigFraction y) {
        return BigFraction.ZERO;
    }
}
