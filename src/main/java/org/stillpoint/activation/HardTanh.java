package org.stillpoint.activation;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;

/** z cut off at -1 and 1. Its derivative is 1 from -1 to 1, both included, and 0 elsewhere, whatever kappa is. */
public final class HardTanh implements ActivationFunction {

    @Override
    public BigFraction value(BigFraction z) {
        return isInside(z) ? z : new BigFraction(z.signum());
    }

    @Override
    public BigFraction derivative(BigFraction z, BigFraction kappa) {
        return isInside(z) ? BigFraction.ONE : BigFraction.ZERO;
    }

    private static boolean isInside(BigFraction z) {
        return z.abs().compareTo(BigFraction.ONE) <= 0;
    }
}
