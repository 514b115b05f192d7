package org.stillpoint.kink;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Named;

/**
 * What a gradient is at one parameter, beside the one-sided derivatives of the loss by it.
 *
 * @param pointer where the parameter is in the file of its network
 * @param gradient what backpropagation returns
 * @param atKink whether something that depends on the parameter leaves a kink when it moves
 */
public record ParameterAtKinks(String pointer, BigFraction gradient, BigFraction left, BigFraction right, boolean atKink) {

    /** What the gradient is. */
    public enum Is implements Named {
        DERIVATIVE("derivative"), RIGHT("right"), LEFT("left"), MEAN("mean"), NONE("none");

        private final String id;

        Is(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    /** Whether the loss has a derivative by this parameter. */
    public boolean hasDerivative() {
        return left.equals(right);
    }

    public Is is() {
        if (hasDerivative()) {
            return gradient.equals(right) ? Is.DERIVATIVE : Is.NONE;
        }
        if (gradient.equals(left) || gradient.equals(right)) {
            return gradient.equals(right) ? Is.RIGHT : Is.LEFT;
        }
        return gradient.equals(left.add(right).multiply(BigFraction.ONE_HALF)) ? Is.MEAN : Is.NONE;
    }

    /** Whether the loss has a derivative here that the gradient is not. */
    public boolean isWrong() {
        return hasDerivative() && is() != Is.DERIVATIVE;
    }
}
