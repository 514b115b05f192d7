package org.stillpoint.kernel.graph.number;

import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;
import org.stillpoint.kernel.graph.Operation;

/**
 * The derivative of what has a kink at zero and the slope 1 above: 1 above zero, one slope below, and kappa at zero. Of
 * ReLU with the slope 0 below, of the absolute value with -1, of leaky ReLU with its own. It is zero if x is and kappa is
 * 0; with another kappa it is not.
 */
public final /*@ nullable_by_default @*/ class KinkedSlope implements Operation {

    public final BigFraction below;
    public final BigFraction kappa;

    /*@ public normal_behavior
      @ requires below != null && kappa != null;
      @ ensures this.below == below && this.kappa == kappa;
      @ assignable \nothing;
      @*/
    public /*@ helper @*/ KinkedSlope(BigFraction below, BigFraction kappa) {
        if (below == null || kappa == null) {
            throw new IllegalArgumentException("a slope below the kink or at it is missing, expected numbers");
        }
        this.below = below;
        this.kappa = kappa;
    }

    public /*@ helper @*/ Object apply(Object x, Object y, Object z) {
        BigFraction number = Operand.number(x);
        if (number.signum() > 0) {
            return BigFractionField.getInstance().getOne();
        }
        if (number.signum() < 0) {
            return below;
        }
        return kappa;
    }

    public /*@ helper @*/ boolean vanishes(boolean x, boolean y, boolean z) {
        return x && kappa.signum() == 0;
    }

    public /*@ helper @*/ boolean keeps(boolean y, boolean z) {
        return false;
    }
}
