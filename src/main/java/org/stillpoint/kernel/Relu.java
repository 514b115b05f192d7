package org.stillpoint.kernel;

import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;

public final /*@ nullable_by_default @*/ class Relu implements ActivationFunction {

    public /*@ helper @*/ BigFraction value(BigFraction z) {
        if (z.signum() > 0) {
            return z;
        }
        return BigFractionField.getInstance().getZero();
    }

    public /*@ helper @*/ BigFraction derivative(BigFraction z, BigFraction kappa) {
        if (z.signum() > 0) {
            return BigFractionField.getInstance().getOne();
        }
        if (z.signum() < 0) {
            return BigFractionField.getInstance().getZero();
        }
        return kappa;
    }
}
