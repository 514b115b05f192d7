package org.stillpoint.kernel.graph.number;

import org.stillpoint.kernel.graph.Operation;

/** x / z, for z other than 0: the pull of the quotient y / z by y, where x is the error. It is zero if x is. */
public final /*@ nullable_by_default @*/ class QuotientByThird implements Operation {

    public final Inversion inversion;

    /*@ public normal_behavior
      @ requires inversion != null;
      @ ensures this.inversion == inversion;
      @ assignable \nothing;
      @*/
    public /*@ helper @*/ QuotientByThird(Inversion inversion) {
        if (inversion == null) {
            throw new IllegalArgumentException("no way to invert numbers was given");
        }
        this.inversion = inversion;
    }

    public /*@ helper @*/ Object apply(Object x, Object y, Object z) {
        return Operand.number(x).multiply(inversion.of(Operand.number(z)));
    }

    public /*@ helper @*/ boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    public /*@ helper @*/ boolean keeps(boolean y, boolean z) {
        return false;
    }
}
