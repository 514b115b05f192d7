package org.stillpoint.kernel.graph.number;

import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;
import org.stillpoint.kernel.graph.Operation;

/**
 * 1 if x < y, 0 if x > y, and kappa if they are equal: the derivative of the smaller of two by the first, of the greater
 * by the second. It is zero if both are and kappa is 0.
 */
public final /*@ nullable_by_default @*/ class FirstLess implements Operation {

    public final BigFraction kappa;

    /*@ public normal_behavior
      @ requires kappa != null;
      @ ensures this.kappa == kappa;
      @ assignable \nothing;
      @*/
    public /*@ helper @*/ FirstLess(BigFraction kappa) {
        if (kappa == null) {
            throw new IllegalArgumentException("the derivative where both are equal is missing, expected a number");
        }
        this.kappa = kappa;
    }

    public /*@ helper @*/ Object apply(Object x, Object y, Object z) {
        int sign = Operand.number(x).add(Operand.number(y).negate()).signum();
        if (sign < 0) {
            return BigFractionField.getInstance().getOne();
        }
        if (sign > 0) {
            return BigFractionField.getInstance().getZero();
        }
        return kappa;
    }

    public /*@ helper @*/ boolean vanishes(boolean x, boolean y, boolean z) {
        return x && y && kappa.signum() == 0;
    }

    public /*@ helper @*/ boolean keeps(boolean y, boolean z) {
        return false;
    }
}
