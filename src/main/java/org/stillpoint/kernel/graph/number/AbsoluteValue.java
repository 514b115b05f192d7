package org.stillpoint.kernel.graph.number;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.graph.Operation;

/** |x|. It is zero if x is. Its pull: the error times {@link KinkedSlope}(-1, kappa). */
public final /*@ nullable_by_default @*/ class AbsoluteValue implements Operation {

    public /*@ helper @*/ Object apply(Object x, Object y, Object z) {
        BigFraction number = Operand.number(x);
        if (number.signum() < 0) {
            return number.negate();
        }
        return number;
    }

    public /*@ helper @*/ boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    public /*@ helper @*/ boolean keeps(boolean y, boolean z) {
        return false;
    }
}
