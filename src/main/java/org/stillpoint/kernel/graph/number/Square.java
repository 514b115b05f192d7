package org.stillpoint.kernel.graph.number;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.graph.Operation;

/** x^2. It is zero if x is. Its pull: the error times {@link Scale}(2). */
public final /*@ nullable_by_default @*/ class Square implements Operation {

    public /*@ helper @*/ Object apply(Object x, Object y, Object z) {
        BigFraction number = Operand.number(x);
        return number.multiply(number);
    }

    public /*@ helper @*/ boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    public /*@ helper @*/ boolean keeps(boolean y, boolean z) {
        return false;
    }
}
