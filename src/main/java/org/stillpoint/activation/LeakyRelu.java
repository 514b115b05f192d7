package org.stillpoint.activation;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;

/**
 * z above zero and z/100 below. Its derivative is 1 above, 1/100 below, and kappa at zero (Maas, Hannun, Ng, "Rectifier
 * Nonlinearities Improve Neural Network Acoustic Models", 2013).
 */
public final class LeakyRelu implements ActivationFunction {

    private static final BigFraction SLOPE = new BigFraction(1, 100);

    @Override
    public BigFraction value(BigFraction z) {
        return z.signum() < 0 ? z.multiply(SLOPE) : z;
    }

    @Override
    public BigFraction derivative(BigFraction z, BigFraction kappa) {
        return switch (z.signum()) {
            case 1 -> BigFraction.ONE;
            case -1 -> SLOPE;
            default -> kappa;
        };
    }
}
