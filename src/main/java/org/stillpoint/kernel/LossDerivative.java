package org.stillpoint.kernel;

import org.hipparchus.fraction.BigFraction;

/**
 * g = dl/df, the derivative of a loss by the output f (one entry a unit) for a target. The result is an array that depends on the
 * values of the arguments only and is as long as the output; no call changes anything.
 */
public /*@ nullable_by_default @*/ interface LossDerivative {

    /*@ public normal_behavior
      @ requires \dl_fullVec(output) && \dl_fullVec(target);
      @ ensures \dl_isVec(\result, \old(\dl_lossDerivative(this, \dl_vals(output), \dl_vals(target))))
      @      && \result.length == output.length;
      @ assignable \nothing;
      @*/
    /*@ helper @*/ BigFraction[] at(BigFraction[] output, BigFraction[] target);
}
