package org.stillpoint.kernel.graph.number;

import org.stillpoint.kernel.graph.Operation;

/** -x: the pull too of a difference by what is taken away, and of itself. It is zero if x is. */
public final /*@ nullable_by_default @*/ class Negative implements Operation {

    public /*@ helper @*/ Object apply(Object x, Object y, Object z) {
        return Operand.number(x).negate();
    }

    public /*@ helper @*/ boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    public /*@ helper @*/ boolean keeps(boolean y, boolean z) {
        return false;
    }
}
