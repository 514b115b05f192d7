package org.stillpoint.kernel.graph.number;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.graph.Operation;

/**
 * z x + y - z y: a running mean x that takes in y and keeps a share z of what it was. It is zero if y is and either of the
 * others.
 */
public final /*@ nullable_by_default @*/ class Blend implements Operation {

    public /*@ helper @*/ Object apply(Object x, Object y, Object z) {
        BigFraction sample = Operand.number(y);
        BigFraction share = Operand.number(z);
        return share.multiply(Operand.number(x)).add(sample.add(share.multiply(sample).negate()));
    }

    public /*@ helper @*/ boolean vanishes(boolean x, boolean y, boolean z) {
        return y && (x || z);
    }

    public /*@ helper @*/ boolean keeps(boolean y, boolean z) {
        return false;
    }
}
