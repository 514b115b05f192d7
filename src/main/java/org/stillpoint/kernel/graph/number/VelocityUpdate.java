package org.stillpoint.kernel.graph.number;

import org.stillpoint.kernel.graph.Operation;

/**
 * y + z x: the next velocity, from the velocity x, the gradient y and the momentum z. It is zero if the gradient is and
 * either of the others.
 */
public final /*@ nullable_by_default @*/ class VelocityUpdate implements Operation {

    public /*@ helper @*/ Object apply(Object x, Object y, Object z) {
        return Operand.number(y).add(Operand.number(z).multiply(Operand.number(x)));
    }

    public /*@ helper @*/ boolean vanishes(boolean x, boolean y, boolean z) {
        return y && (x || z);
    }

    public /*@ helper @*/ boolean keeps(boolean y, boolean z) {
        return false;
    }
}
