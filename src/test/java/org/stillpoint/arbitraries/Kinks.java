package org.stillpoint.arbitraries;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;

/** Where activations and losses have no derivative. */
public final class Kinks {

    private Kinks() {
    }

    /** The pre-activations at which an activation has no derivative. */
    public static List<BigFraction> of(Activation activation) {
        return switch (activation.id().split(":")[0]) {
            case "relu", "leaky-relu", "abs" -> List.of(BigFraction.ZERO);
            case "hard-tanh" -> List.of(BigFraction.MINUS_ONE, BigFraction.ONE);
            case "identity", "softsign", "rational-sigmoid" -> List.of();
            default -> throw new IllegalArgumentException("no known kinks of " + activation.id());
        };
    }

    /** On which side of its kink the loss of an output and a target is: 1 or -1, and 0 at the kink; 1 if there is none. */
    public static int side(Loss loss, BigFraction f, BigFraction y) {
        return switch (loss.rational()) {
            case PERCEPTRON -> y.multiply(f).signum();
            case HINGE -> BigFraction.ONE.subtract(y.multiply(f)).signum();
            case ABSOLUTE -> f.subtract(y).signum();
            case SQUARED -> 1;
        };
    }
}
