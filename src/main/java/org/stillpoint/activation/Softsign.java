package org.stillpoint.activation;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;

/**
 * z / (1 + |z|), a sigmoid curve from -1 to 1 as tanh is. Its derivative is 1 / (1 + |z|)^2, at zero too, so that there is no
 * kink and kappa plays no part (Glorot, Bengio, "Understanding the difficulty of training deep feedforward neural networks",
 * 2010).
 */
public final class Softsign implements ActivationFunction {

    @Override
    public BigFraction value(BigFraction z) {
        return z.divide(denominator(z));
    }

    @Override
    public BigFraction derivative(BigFraction z, BigFraction kappa) {
        BigFraction reciprocal = denominator(z).reciprocal();
        return reciprocal.multiply(reciprocal);
    }

    private static BigFraction denominator(BigFraction z) {
        return BigFraction.ONE.add(z.abs());
    }
}
