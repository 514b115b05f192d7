package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * Features i, j that agree on all data: their columns of the first weight matrix stay equal, in a network of any depth. What SYM-6 says of
 * rows is SYM-2. No law of arithmetic is used.
 */
public final /*@ nullable_by_default @*/ class EqualFeatures {

    private EqualFeatures() {
    }

    /**
     * SYM-6: after any number of steps, with any batches of such data, rates, momentum and decay.
     *
     * @claim SYM-6 establishes remark
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, sigma) && \dl_isSchedule(x, y, rates, \dl_stW(\dl_state(start)));
      @ requires kappa != null && loss != null && momentum != null && decay != null;
      @ requires \dl_eqInputState(\dl_state(start), i, j) && \dl_eqFeatures(\dl_stack(x), i, j);
      @ ensures \dl_eqInputState(\dl_state(\result), i, j);
      @ assignable \nothing;
      @*/
    public static State columnsOfEqualFeaturesStayEqual(State start, ActivationFunction[] sigma, BigFraction kappa, LossDerivative loss,
                                                        BigFraction[][][] x, BigFraction[][][] y, BigFraction[] rates,
                                                        BigFraction momentum, BigFraction decay, int i, int j) {
        return Sgd.train(start, sigma, kappa, loss, x, y, rates, momentum, decay);
    }
}
