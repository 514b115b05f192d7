package org.stillpoint.activation;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;

/**
 * z above zero and a line of another slope below. Its derivative is 1 above, the slope below, and kappa at zero; with the slope 1
 * there is no kink, and kappa plays no part (Maas, Hannun, Ng, "Rectifier Nonlinearities Improve Neural Network Acoustic Models",
 * 2013).
 */
public record LeakyRelu(BigFraction slope) implements ActivationFunction {

    /** The slope of the paper. */
    public static final BigFraction USUAL_SLOPE = new BigFraction(1, 100);

    /** With the slope of the paper. */
    public LeakyRelu() {
        this(USUAL_SLOPE);
    }

    @Override
    public BigFraction value(BigFraction z) {
        return z.signum() < 0 ? z.multiply(slope) : z;
    }

    @Override
    public BigFraction derivative(BigFraction z, BigFraction kappa) {
        return switch (z.signum()) {
            case 1 -> BigFraction.ONE;
            case -1 -> slope;
            default -> slope.equals(BigFraction.ONE) ? slope : kappa;
        };
    }
}
