package org.stillpoint.kernel.graph.number;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.graph.Operation;

/** A fixed number, whatever the operands. It is zero if that is 0. There is nothing to pull. */
public final /*@ nullable_by_default @*/ class Constant implements Operation {

    public final BigFraction value;

    /*@ public normal_behavior
      @ requires value != null;
      @ ensures this.value == value;
      @ assignable \nothing;
      @*/
    public /*@ helper @*/ Constant(BigFraction value) {
        if (value == null) {
            throw new IllegalArgumentException("a constant has no value, expected a number");
        }
        this.value = value;
    }

    public /*@ helper @*/ Object apply(Object x, Object y, Object z) {
        return value;
    }

    public /*@ helper @*/ boolean vanishes(boolean x, boolean y, boolean z) {
        return value.signum() == 0;
    }

    public /*@ helper @*/ boolean keeps(boolean y, boolean z) {
        return false;
    }
}
