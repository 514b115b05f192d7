package org.stillpoint.activation;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;

/**
 * 1/2 + z / (2 (1 + |z|)), a sigmoid curve from 0 to 1 as the logistic function is, 1/2 at zero. Its derivative is 1 /
 * (2 (1 + |z|)^2); there is no kink and kappa plays no part.
 */
public final class RationalSigmoid implements ActivationFunction {

    private static final Softsign SOFTSIGN = new Softsign();

    @Override
    public BigFraction value(BigFraction z) {
        return BigFraction.ONE.add(SOFTSIGN.value(z)).multiply(BigFraction.ONE_HALF);
    }

    @Override
    public BigFraction derivative(BigFraction z, BigFraction kappa) {
        return SOFTSIGN.derivative(z, kappa).multiply(BigFraction.ONE_HALF);
    }
}
