package org.stillpoint.domain;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.activation.HardTanh;
import org.stillpoint.activation.OwnKink;
import org.stillpoint.kernel.ActivationFunction;

/**
 * What the derivative of an activation is taken to be at its kink: 0 for relu, leaky-relu and abs, -1 and 1 for hard-tanh.
 *
 * @param kappa that of relu, leaky-relu and abs, unless they have their own; hard-tanh has 1 unless it has its own
 * @param own by activation, in the order of {@link Activation}
 */
public record KinkDerivatives(BigFraction kappa, Map<Activation, BigFraction> own) {

    private static final Set<Activation> KINKED =
            EnumSet.of(Activation.RELU, Activation.LEAKY_RELU, Activation.ABS, Activation.HARD_TANH);

    /** @throws DomainException if an activation without a kink has its own, or a number is of a subclass of BigFraction */
    public KinkDerivatives {
        own = Collections.unmodifiableMap(new TreeMap<>(own));
        ExactNumber.requirePlain(kappa);
        own.values().forEach(ExactNumber::requirePlain);
        for (Activation activation : own.keySet()) {
            if (!KINKED.contains(activation)) {
                throw new DomainException(activation.id() + " has no kink, expected one of "
                        + KINKED.stream().map(Activation::id).collect(Collectors.joining(", ")));
            }
        }
    }

    /** No activation has its own. */
    public static KinkDerivatives all(BigFraction kappa) {
        return new KinkDerivatives(kappa, Map.of());
    }

    public KinkDerivatives withKappa(BigFraction value) {
        return new KinkDerivatives(value, own);
    }

    /** The derivative at each kink of the activation; kappa for one without a kink, where it plays no part. */
    public BigFraction at(Activation activation) {
        return own.getOrDefault(activation, activation == Activation.HARD_TANH ? BigFraction.ONE : kappa);
    }

    /** The function whose derivative at its kinks is that of {@link #at} when kappa is passed. */
    public ActivationFunction function(Activation activation) {
        if (!own.containsKey(activation)) {
            return activation.kernel();
        }
        return activation == Activation.HARD_TANH ? new HardTanh(at(activation))
                : new OwnKink(activation.kernel(), at(activation));
    }
}
