package org.stillpoint.kernel.graph.number;

import org.stillpoint.kernel.graph.Operation;

/** x + y. It is zero if both are, and x if y is zero. Its pulls pass the error on as it is: {@link Same}. */
public final /*@ nullable_by_default @*/ class Sum implements Operation {

    public /*@ helper @*/ Object apply(Object x, Object y, Object z) {
        return Operand.number(x).add(Operand.number(y));
    }

    public /*@ helper @*/ boolean vanishes(boolean x, boolean y, boolean z) {
        return x && y;
    }

    public /*@ helper @*/ boolean keeps(boolean y, boolean z) {
        return y;
    }
}
