package org.stillpoint.kernel;

import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;

/** z itself, with derivative 1. */
public final /*@ nullable_by_default @*/ class Identity implements ActivationFunction {

    public /*@ helper @*/ BigFraction value(BigFraction z) {
        return z;
    }

    public /*@ helper @*/ BigFraction derivative(BigFraction z, BigFraction kappa) {
        return BigFractionField.getInstance().getOne();
    }
}
