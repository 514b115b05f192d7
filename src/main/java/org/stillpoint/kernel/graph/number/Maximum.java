package org.stillpoint.kernel.graph.number;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.graph.Operation;

/**
 * max(x, y). It is zero if both are. Its pulls: the error times {@link FirstGreater}(kappa) by x, times {@link
 * FirstLess}(1 - kappa) by y, where kappa is the share of x in the error if they are equal.
 */
public final /*@ nullable_by_default @*/ class Maximum implements Operation {

    public /*@ helper @*/ Object apply(Object x, Object y, Object z) {
        BigFraction first = Operand.number(x);
        BigFraction second = Operand.number(y);
        if (first.add(second.negate()).signum() < 0) {
            return second;
        }
        return first;
    }

    public /*@ helper @*/ boolean vanishes(boolean x, boolean y, boolean z) {
        return x && y;
    }

    public /*@ helper @*/ boolean keeps(boolean y, boolean z) {
        return false;
    }
}
