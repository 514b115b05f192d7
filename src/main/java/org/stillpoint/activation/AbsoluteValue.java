package org.stillpoint.activation;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;

/** |z|. Its derivative is the sign of z, and kappa at zero. */
public final class AbsoluteValue implements ActivationFunction {

    @Override
    public BigFraction value(BigFraction z) {
        return z.abs();
    }

    @Override
    public BigFraction derivative(BigFraction z, BigFraction kappa) {
        return z.signum() == 0 ? kappa : new BigFraction(z.signum());
    }
}
