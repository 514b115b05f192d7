package org.stillpoint.kernel.graph.number;

import org.hipparchus.fraction.BigFraction;

/** How a number other than 0 is inverted: a function of its value. No proof takes more for granted, not even that x / x is 1. */
public /*@ nullable_by_default @*/ interface Inversion {

    /*@ public normal_behavior
      @ requires x != null && \dl_val(x) != \dl_qZero();
      @ ensures \result != null && \dl_val(\result) == \dl_qInverse(\dl_val(x));
      @ assignable \strictly_nothing;
      @*/
    /*@ helper @*/ BigFraction of(BigFraction x);
}
