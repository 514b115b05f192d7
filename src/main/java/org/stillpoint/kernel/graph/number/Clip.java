package org.stillpoint.kernel.graph.number;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.graph.Operation;

/**
 * x cut off at a bound above and at its opposite below; the bound is not below zero. It is zero if x is. Its pull: the
 * error times {@link ClipSlope}. With the bound 1 it is the activation hard tanh.
 */
public final /*@ nullable_by_default @*/ class Clip implements Operation {

    public final BigFraction bound;

    /*@ public normal_behavior
      @ requires bound != null;
      @ ensures this.bound == bound;
      @ assignable \nothing;
      @*/
    public /*@ helper @*/ Clip(BigFraction bound) {
        if (bound == null) {
            throw new IllegalArgumentException("a clip has no bound, expected a number");
        }
        this.bound = bound;
    }

    public /*@ helper @*/ Object apply(Object x, Object y, Object z) {
        BigFraction number = Operand.number(x);
        if (number.signum() > 0 && number.add(bound.negate()).signum() > 0) {
            return bound;
        }
        if (number.signum() < 0 && number.add(bound).signum() < 0) {
            return bound.negate();
        }
        return number;
    }

    public /*@ helper @*/ boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    public /*@ helper @*/ boolean keeps(boolean y, boolean z) {
        return false;
    }
}
