package org.stillpoint.kernel.graph.number;

import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;
import org.stillpoint.kernel.graph.Operation;

/**
 * The derivative of the hinge loss max(0, 1 - y x) by the output x: -y if y x < 1, else 0. It is zero if the target y is.
 */
public final /*@ nullable_by_default @*/ class HingeError implements Operation {

    public /*@ helper @*/ Object apply(Object x, Object y, Object z) {
        BigFraction target = Operand.number(y);
        BigFraction margin = target.multiply(Operand.number(x));
        if (BigFractionField.getInstance().getOne().add(margin.negate()).signum() > 0) {
            return target.negate();
        }
        return BigFractionField.getInstance().getZero();
    }

    public /*@ helper @*/ boolean vanishes(boolean x, boolean y, boolean z) {
        return y;
    }

    public /*@ helper @*/ boolean keeps(boolean y, boolean z) {
        return false;
    }
}
