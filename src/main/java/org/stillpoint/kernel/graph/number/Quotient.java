package org.stillpoint.kernel.graph.number;

import org.stillpoint.kernel.graph.Operation;

/**
 * x / y, for y other than 0. It is zero if x is. Its pulls: {@link QuotientByThird} by x; by y the error times {@link
 * QuotientSlope}.
 */
public final /*@ nullable_by_default @*/ class Quotient implements Operation {

    public final Inversion inversion;

    /*@ public normal_behavior
      @ requires inversion != null;
      @ ensures this.inversion == inversion;
      @ assignable \nothing;
      @*/
    public /*@ helper @*/ Quotient(Inversion inversion) {
        if (inversion == null) {
            throw new IllegalArgumentException("no way to invert numbers was given");
        }
        this.inversion = inversion;
    }

    public /*@ helper @*/ Object apply(Object x, Object y, Object z) {
        return Operand.number(x).multiply(inversion.of(Operand.number(y)));
    }

    public /*@ helper @*/ boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    public /*@ helper @*/ boolean keeps(boolean y, boolean z) {
        return false;
    }
}
