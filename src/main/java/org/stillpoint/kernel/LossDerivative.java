package org.stillpoint.kernel;

import org.hipparchus.fraction.BigFraction;

public /*@ nullable_by_default @*/ interface LossDerivative {

    /*@ public normal_behavior
      @ requires \dl_fullVec(output) && \dl_fullVec(target);
      @ ensures \dl_isVec(\result, \old(\dl_lossDerivative(this, \dl_vals(output), \dl_vals(target))))
      @      && \result.length == output.length;
      @ assignable \nothing;
      @*/
    /*@ helper @*/ BigFraction[] at(BigFraction[] output, BigFraction[] target);
}
