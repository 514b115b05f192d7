package org.stillpoint.kernel.graph.number;

import org.stillpoint.kernel.graph.Operation;

/** x z: the pull of the product y z by y, where x is the error. It is zero if either is. */
public final /*@ nullable_by_default @*/ class ProductWithThird implements Operation {

    public /*@ helper @*/ Object apply(Object x, Object y, Object z) {
        return Operand.number(x).multiply(Operand.number(z));
    }

    public /*@ helper @*/ boolean vanishes(boolean x, boolean y, boolean z) {
        return x || z;
    }

    public /*@ helper @*/ boolean keeps(boolean y, boolean z) {
        return false;
    }
}
