package org.stillpoint.kernel.graph.number;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.graph.Operation;

/**
 * min(x, y). It is zero if both are. Its pulls: the error times {@link FirstLess}(kappa) by x, times {@link
 * FirstGreater}(1 - kappa) by y, where kappa is the share of x in the error if they are equal.
 */
public final /*@ nullable_by_default @*/ class Minimum implements Operation {

    public /*@ helper @*/ Object apply(Object x, Object y, Object z) {
        BigFraction first = Operand.number(x);
        BigFraction second = Operand.number(y);
        if (first.add(second.negate()).signum() < 0) {
            return first;
        }
        return second;
    }

    public /*@ helper @*/ boolean vanishes(boolean x, boolean y, boolean z) {
        return x && y;
    }

    public /*@ helper @*/ boolean keeps(boolean y, boolean z) {
        return false;
    }
}
