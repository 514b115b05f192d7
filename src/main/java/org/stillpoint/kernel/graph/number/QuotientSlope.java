package org.stillpoint.kernel.graph.number;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.graph.Operation;

/** -x / y^2, for y other than 0: the derivative of the quotient x / y by y. It is zero if x is. */
public final /*@ nullable_by_default @*/ class QuotientSlope implements Operation {

    public final Inversion inversion;

    /*@ public normal_behavior
      @ requires inversion != null;
      @ ensures this.inversion == inversion;
      @ assignable \nothing;
      @*/
    public /*@ helper @*/ QuotientSlope(Inversion inversion) {
        if (inversion == null) {
            throw new IllegalArgumentException("no way to invert numbers was given");
        }
        this.inversion = inversion;
    }

    public /*@ helper @*/ Object apply(Object x, Object y, Object z) {
        BigFraction inverse = inversion.of(Operand.number(y));
        return Operand.number(x).multiply(inverse).multiply(inverse).negate();
    }

    public /*@ helper @*/ boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    public /*@ helper @*/ boolean keeps(boolean y, boolean z) {
        return false;
    }
}
