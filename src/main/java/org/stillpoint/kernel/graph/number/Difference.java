package org.stillpoint.kernel.graph.number;

import org.stillpoint.kernel.graph.Operation;

/**
 * x - y, which is the derivative of the squared loss (x - y)^2 / 2 by the output x. It is zero if both are, and x if
 * y is zero. Its pulls: {@link Same} by x, {@link Negative} by y.
 */
public final /*@ nullable_by_default @*/ class Difference implements Operation {

    public /*@ helper @*/ Object apply(Object x, Object y, Object z) {
        return Operand.number(x).add(Operand.number(y).negate());
    }

    public /*@ helper @*/ boolean vanishes(boolean x, boolean y, boolean z) {
        return x && y;
    }

    public /*@ helper @*/ boolean keeps(boolean y, boolean z) {
        return y;
    }
}
