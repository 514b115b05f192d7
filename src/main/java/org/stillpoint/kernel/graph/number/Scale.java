package org.stillpoint.kernel.graph.number;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.graph.Operation;

/** x times a fixed number. It is zero if either is. It is its own pull. */
public final /*@ nullable_by_default @*/ class Scale implements Operation {

    public final BigFraction factor;

    /*@ public normal_behavior
      @ requires factor != null;
      @ ensures this.factor == factor;
      @ assignable \nothing;
      @*/
    public /*@ helper @*/ Scale(BigFraction factor) {
        if (factor == null) {
            throw new IllegalArgumentException("a scale has no factor, expected a number");
        }
        this.factor = factor;
    }

    public /*@ helper @*/ Object apply(Object x, Object y, Object z) {
        return factor.multiply(Operand.number(x));
    }

    public /*@ helper @*/ boolean vanishes(boolean x, boolean y, boolean z) {
        return x || factor.signum() == 0;
    }

    public /*@ helper @*/ boolean keeps(boolean y, boolean z) {
        return false;
    }
}
