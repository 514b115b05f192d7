package org.stillpoint.kernel;

import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;

/**
 * max(0, z). Its derivative is 0 below zero, 1 above, and kappa at zero.
 *
 * @claim #derivative PART-8 establishes remark
 */
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
