package org.stillpoint.kernel.graph.number;

import org.hipparchus.fraction.BigFraction;

/** The operands of operations on numbers. */
final /*@ nullable_by_default @*/ class Operand {

    private Operand() {
    }

    /**
     * An operand as the number that it is.
     *
     * @throws IllegalArgumentException if it is something else
     */
    /*@ public normal_behavior
      @ requires x != null && \dl_isNumber(\dl_content(x));
      @ ensures \result == x && \result != null;
      @ assignable \strictly_nothing;
      @*/
    public static /*@ helper @*/ BigFraction number(Object x) {
        if (x instanceof BigFraction) {
            return (BigFraction) x;
        }
        throw new IllegalArgumentException("an operand is " + x + ", expected a number");
    }
}
