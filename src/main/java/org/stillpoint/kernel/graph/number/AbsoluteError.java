package org.stillpoint.kernel.graph.number;

import org.hipparchus.fraction.BigFractionField;
import org.stillpoint.kernel.graph.Operation;

/** The derivative of the absolute loss |x - y| by the output x: the sign of x - y. It is zero if both are. */
public final /*@ nullable_by_default @*/ class AbsoluteError implements Operation {

    public /*@ helper @*/ Object apply(Object x, Object y, Object z) {
        int sign = Operand.number(x).add(Operand.number(y).negate()).signum();
        if (sign > 0) {
            return BigFractionField.getInstance().getOne();
        }
        if (sign < 0) {
            return BigFractionField.getInstance().getOne().negate();
        }
        return BigFractionField.getInstance().getZero();
    }

    public /*@ helper @*/ boolean vanishes(boolean x, boolean y, boolean z) {
        return x && y;
    }

    public /*@ helper @*/ boolean keeps(boolean y, boolean z) {
        return false;
    }
}
