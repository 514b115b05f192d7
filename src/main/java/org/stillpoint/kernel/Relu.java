package org.stillpoint.kernel;

import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;

public final class Relu implements ActivationFunction {

    public BigFraction value(BigFraction z) {
        if (z.signum() > 0) {
            return z;
        }
        return BigFractionField.getInstance().getZero();
    }

    public BigFraction derivative(BigFraction z, BigFraction kappa) {
        if (z.signum() > 0) {
            return BigFractionField.getInstance().getOne();
        }
        if (z.signum() < 0) {
            return BigFractionField.getInstance().getZero();
        }
        return kappa;
    }
}
