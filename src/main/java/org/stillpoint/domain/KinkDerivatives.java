package org.stillpoint.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.activation.HardTanh;
import org.stillpoint.activation.OwnKink;
import org.stillpoint.kernel.ActivationFunction;

/**
 * What the derivative of an activation is taken to be at its kink: 0 for relu, leaky-relu and abs, -1 and 1 for hard-tanh.
 * A leaky-relu with a slope of its own takes that of leaky-relu.
 *
 * @param kappa that of relu, leaky-relu and abs, unless they have their own; hard-tanh has 1 unless it has its own
 * @param own by activation, in the order of {@link RationalActivation#all()}
 */
public record KinkDerivatives(BigFraction kappa, Map<Activation, BigFraction> own) {

    private static final List<RationalActivation> KINKED =
            List.of(Activation.RELU, Activation.LEAKY_RELU, Activation.ABS, Activation.HARD_TANH);

    /** @throws DomainException if an activation without a kink has its own, or a number is of a subclass of BigFraction */
    public KinkDerivatives {
        ExactNumber.requirePlain(kappa);
        own.values().forEach(ExactNumber::requirePlain);
        own.keySet().forEach(KinkDerivatives::requireKinked);
        own = inOrder(own);
    }

    private static void requireKinked(Activation activation) {
        if (!KINKED.contains(activation)) {
            throw new DomainException(activation.id() + " has no kink"
                    + (ofKink(activation).equals(activation) ? "" : " of its own") + ", expected one of "
                    + KINKED.stream().map(Activation::id).collect(Collectors.joining(", ")));
        }
    }

    private static Map<Activation, BigFraction> inOrder(Map<Activation, BigFraction> own) {
        Map<Activation, BigFraction> ordered = new LinkedHashMap<>();
        KINKED.stream().filter(own::containsKey).forEach(activation -> ordered.put(activation, own.get(activation)));
        return Collections.unmodifiableMap(ordered);
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
        return own.getOrDefault(ofKink(activation), activation == Activation.HARD_TANH ? BigFraction.ONE : kappa);
    }

    /**
     * The function whose derivative at its kinks is that of {@link #at} when kappa is passed.
     *
     * @throws DomainException if the activation is not rational
     */
    public ActivationFunction function(Activation activation) {
        ActivationFunction kernel = activation.rational().kernel();
        if (!own.containsKey(ofKink(activation))) {
            return kernel;
        }
        return activation == Activation.HARD_TANH ? new HardTanh(at(activation)) : new OwnKink(kernel, at(activation));
    }

    private static Activation ofKink(Activation activation) {
        return activation instanceof RationalActivation rational ? rational.ofKink() : activation;
    }
}
