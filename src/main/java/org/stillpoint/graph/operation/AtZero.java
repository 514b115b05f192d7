package org.stillpoint.graph.operation;

import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.SmoothActivation;

/**
 * Where smooth activations are known to be rational: at zero, and ELU above. Elsewhere they are refused;
 * the engine of enclosures has no number that a slot could hold.
 */
final class AtZero {

    private static final BigFraction QUARTER = new BigFraction(1, 4);

    private AtZero() {
    }

    /** Empty where the value is not known to be rational. */
    static Optional<BigFraction> value(SmoothActivation activation, BigFraction z) {
        if (z.signum() != 0) {
            return activation == SmoothActivation.ELU && z.signum() > 0 ? Optional.of(z) : Optional.empty();
        }
        return switch (activation) {
            case TANH, ELU, SILU, GELU -> Optional.of(BigFraction.ZERO);
            case SIGMOID -> Optional.of(BigFraction.ONE_HALF);
            case SOFTPLUS, SOFTMAX -> Optional.empty();
        };
    }

    /** Empty where the derivative is not known to be rational. */
    static Optional<BigFraction> slope(SmoothActivation activation, BigFraction z) {
        if (z.signum() != 0) {
            return activation == SmoothActivation.ELU && z.signum() > 0 ? Optional.of(BigFraction.ONE) : Optional.empty();
        }
        return switch (activation) {
            case TANH, ELU -> Optional.of(BigFraction.ONE);
            case SIGMOID -> Optional.of(QUARTER);
            case SOFTPLUS, SILU, GELU -> Optional.of(BigFraction.ONE_HALF);
            case SOFTMAX -> Optional.empty();
        };
    }
}
