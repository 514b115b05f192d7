package org.stillpoint.kernel.graph.number;

import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;
import org.stillpoint.kernel.graph.Operation;

/**
 * The derivative of x cut off at a bound above and at its opposite below: 1 between them, 0 beyond, and kappa at either;
 * the bound is not below zero. It is not zero where x is, unless the bound is.
 */
public final /*@ nullable_by_default @*/ class ClipSlope implements Operation {

    public final BigFraction bound;
    public final BigFraction kappa;

    /*@ public normal_behavior
      @ requires bound != null && kappa != null;
      @ ensures this.bound == bound && this.kappa == kappa;
      @ assignable \nothing;
      @*/
    public /*@ helper @*/ ClipSlope(BigFraction bound, BigFraction kappa) {
        if (bound == null || kappa == null) {
            throw new IllegalArgumentException("a bound or the derivative at it is missing, expected numbers");
        }
        this.bound = bound;
        this.kappa = kappa;
    }

    public /*@ helper @*/ Object apply(Object x, Object y, Object z) {
        BigFraction number = Operand.number(x);
        int side = number.multiply(number).add(bound.multiply(bound).negate()).signum();
        if (side < 0) {
            return BigFractionField.getInstance().getOne();
        }
        if (side > 0) {
            return BigFractionField.getInstance().getZero();
        }
        return kappa;
    }

    public /*@ helper @*/ boolean vanishes(boolean x, boolean y, boolean z) {
        return false;
    }

    public /*@ helper @*/ boolean keeps(boolean y, boolean z) {
        return false;
    }
}
