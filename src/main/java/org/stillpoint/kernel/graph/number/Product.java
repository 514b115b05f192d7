package org.stillpoint.kernel.graph.number;

import org.stillpoint.kernel.graph.Operation;

/**
 * x y. It is zero if either is. Its pulls, for an error x and the factors y and z: {@link ProductWithThird} by the first
 * factor, and this one by the second. It is the pull too of any operation whose slope is a slot of its own: error times
 * slope.
 */
public final /*@ nullable_by_default @*/ class Product implements Operation {

    public /*@ helper @*/ Object apply(Object x, Object y, Object z) {
        return Operand.number(x).multiply(Operand.number(y));
    }

    public /*@ helper @*/ boolean vanishes(boolean x, boolean y, boolean z) {
        return x || y;
    }

    public /*@ helper @*/ boolean keeps(boolean y, boolean z) {
        return false;
    }
}
