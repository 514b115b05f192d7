package org.stillpoint.activation;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;

/** An activation function with a derivative at its kink of its own, whatever kappa the others have. */
public record OwnKink(ActivationFunction function, BigFraction atKink) implements ActivationFunction {

    @Override
    public BigFraction value(BigFraction z) {
        return function.value(z);
    }

    @Override
    public BigFraction derivative(BigFraction z, BigFraction kappa) {
        return function.derivative(z, atKink);
    }
}
