package org.stillpoint.kernel.graph.number;

import org.stillpoint.kernel.graph.Operation;

/**
 * The first operand as it is, whatever it is: the identity, and the pull of a sum, where x is the error. It keeps x
 * always, so it is zero if x is.
 */
public final /*@ nullable_by_default @*/ class Same implements Operation {

    public /*@ helper @*/ Object apply(Object x, Object y, Object z) {
        return x;
    }

    public /*@ helper @*/ boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    public /*@ helper @*/ boolean keeps(boolean y, boolean z) {
        return true;
    }
}
