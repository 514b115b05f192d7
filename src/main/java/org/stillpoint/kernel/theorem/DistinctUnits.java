package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * The number of distinct units of hidden layer l, in a network of any depth: among its first units, those that have no twin before them.
 * With the width of the layer for {@code units} it is the number of different units of the layer.
 */
public final /*@ nullable_by_default @*/ class DistinctUnits {

    private DistinctUnits() {
    }

    /**
     * SYM-5, for units told apart by their parameters and their velocities: training merges, and never splits.
     *
     * @claim SYM-5 establishes remark
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, sigma) && \dl_isSchedule(x, y, rates, \dl_stW(\dl_state(start)));
      @ requires kappa != null && loss != null && momentum != null && decay != null;
      @ requires 0 <= units;
      @ ensures \dl_distinct(\dl_state(\result), l, units) <= \old(\dl_distinct(\dl_state(start), l, units));
      @ assignable \nothing;
      @*/
    public static State neverMoreDistinctUnitsWithTheirVelocities(State start, ActivationFunction[] sigma, BigFraction kappa, LossDerivative loss,
                                                                  BigFraction[][][] x, BigFraction[][][] y, BigFraction[] rates,
                                                                  BigFraction momentum, BigFraction decay, int l, int units) {
        return Sgd.train(start, sigma, kappa, loss, x, y, rates, momentum, decay);
    }

    /**
     * SYM-5, without momentum: from any start, so from any step to any later one.
     *
     * @claim SYM-5 establishes without momentum
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, sigma) && \dl_isSchedule(x, y, rates, \dl_stW(\dl_state(start)));
      @ requires kappa != null && loss != null && momentum != null && decay != null;
      @ requires 0 <= units && \dl_val(momentum) == \dl_qZero();
      @ ensures \dl_distinct(\dl_parametersOf(\dl_state(\result)), l, units)
      @     <= \old(\dl_distinct(\dl_parametersOf(\dl_state(start)), l, units));
      @ assignable \nothing;
      @*/
    public static State withoutMomentumNeverMoreDistinctUnits(State start, ActivationFunction[] sigma, BigFraction kappa, LossDerivative loss,
                                                              BigFraction[][][] x, BigFraction[][][] y, BigFraction[] rates,
                                                              BigFraction momentum, BigFraction decay, int l, int units) {
        return Sgd.train(start, sigma, kappa, loss, x, y, rates, momentum, decay);
    }

    /**
     * SYM-5, with momentum: from velocity zero.
     *
     * @claim SYM-5 establishes with momentum
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, sigma) && \dl_isSchedule(x, y, rates, \dl_stW(\dl_state(start)));
      @ requires kappa != null && loss != null && momentum != null && decay != null;
      @ requires 0 <= units && \dl_zeroVelocity(\dl_state(start));
      @ ensures \dl_distinct(\dl_parametersOf(\dl_state(\result)), l, units)
      @     <= \old(\dl_distinct(\dl_parametersOf(\dl_state(start)), l, units));
      @ assignable \nothing;
      @*/
    public static State neverMoreDistinctUnitsThanAtTheStart(State start, ActivationFunction[] sigma, BigFraction kappa, LossDerivative loss,
                                                             BigFraction[][][] x, BigFraction[][][] y, BigFraction[] rates,
                                                             BigFraction momentum, BigFraction decay, int l, int units) {
        return Sgd.train(start, sigma, kappa, loss, x, y, rates, momentum, decay);
    }
}
