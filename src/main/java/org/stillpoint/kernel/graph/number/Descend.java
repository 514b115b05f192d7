package org.stillpoint.kernel.graph.number;

import org.stillpoint.kernel.graph.Operation;

/**
 * x - z y: a step from x down the gradient y at the rate z. It is x if the gradient or the rate is zero, and zero if x is
 * besides.
 */
public final /*@ nullable_by_default @*/ class Descend implements Operation {

    public /*@ helper @*/ Object apply(Object x, Object y, Object z) {
        return Operand.number(x).add(Operand.number(z).multiply(Operand.number(y)).negate());
    }

    public /*@ helper @*/ boolean vanishes(boolean x, boolean y, boolean z) {
        return x && (y || z);
    }

    public /*@ helper @*/ boolean keeps(boolean y, boolean z) {
        return y || z;
    }
}
