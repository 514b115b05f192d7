package org.stillpoint.kernel;

import org.hipparchus.fraction.BigFraction;

/**
 * An activation function of one number. Both results depend on the values of the arguments only, and no call changes anything;
 * kappa is the value of the derivative at a kink.
 */
public /*@ nullable_by_default @*/ interface ActivationFunction {

    /*@ public normal_behavior
      @ requires z != null;
      @ ensures \result != null && \dl_val(\result) == \dl_sigma(this, \dl_val(z));
      @ assignable \strictly_nothing;
      @*/
    /*@ helper @*/ BigFraction value(BigFraction z);

    /*@ public normal_behavior
      @ requires z != null && kappa != null;
      @ ensures \result != null && \dl_val(\result) == \dl_slope(this, \dl_val(kappa), \dl_val(z));
      @ assignable \strictly_nothing;
      @*/
    /*@ helper @*/ BigFraction derivative(BigFraction z, BigFraction kappa);
}
