package org.stillpoint.kernel.graph.number;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.graph.Operation;

/** x - z x: a weight x that decays at the rate z. It is zero if x is, and x if the rate is zero. */
public final /*@ nullable_by_default @*/ class Decay implements Operation {

    public /*@ helper @*/ Object apply(Object x, Object y, Object z) {
        BigFraction number = Operand.number(x);
        return number.add(Operand.number(z).multiply(number).negate());
    }

    public /*@ helper @*/ boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    public /*@ helper @*/ boolean keeps(boolean y, boolean z) {
        return z;
    }
}
