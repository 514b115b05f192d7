package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * Parts of a network that training never changes: for any number of steps, any batches, targets, loss derivative, rates and momentum, without
 * weight decay, from a velocity that is zero in that part.
 *
 * <p>Each method runs the shipped code and returns what it returned; its contract is the theorem.
 */
public final /*@ nullable_by_default @*/ class FrozenParts {

    private FrozenParts() {
    }

    /**
     * PART-9: column k of the first layer, if feature k is zero in every training input.
     *
     * @claim PART-9 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, sigma) && \dl_isSchedule(x, y, rates, \dl_stW(\dl_state(start)));
      @ requires kappa != null && loss != null && momentum != null && decay != null && \dl_val(decay) == \dl_qZero();
      @ requires \dl_zeroFeature(\dl_stack(x), k) && \dl_zeroColumn(\dl_layer(\dl_stVW(\dl_state(start)), 0), k);
      @ ensures \dl_frozenColumn(\dl_state(\result), \old(\dl_state(start)), k);
      @ assignable \nothing;
      @*/
    public static State columnOfAZeroFeatureNeverChanges(State start, ActivationFunction[] sigma, BigFraction kappa,
                                                         LossDerivative loss, BigFraction[][][] x, BigFraction[][][] y,
                                                         BigFraction[] rates, BigFraction momentum, BigFraction decay, int k) {
        return Sgd.train(start, sigma, kappa, loss, x, y, rates, momentum, decay);
    }

    /**
     * A unit j of the first hidden layer, if the slope of its activation is zero on every training input.
     *
     * @claim PART-8 establishes remark
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, sigma) && \dl_isSchedule(x, y, rates, \dl_stW(\dl_state(start)));
      @ requires kappa != null && loss != null && momentum != null && decay != null && \dl_val(decay) == \dl_qZero();
      @ requires \dl_frozenUnit(\dl_state(start), \dl_state(start), j);
      @ requires \dl_noSlope(\dl_stW(\dl_state(start)), \dl_stB(\dl_state(start)), \dl_funs(sigma), \dl_val(kappa), \dl_stack(x), j);
      @ ensures \dl_frozenUnit(\dl_state(\result), \old(\dl_state(start)), j);
      @ assignable \nothing;
      @*/
    public static State unitWithoutSlopeNeverChanges(State start, ActivationFunction[] sigma, BigFraction kappa,
                                                     LossDerivative loss, BigFraction[][][] x, BigFraction[][][] y,
                                                     BigFraction[] rates, BigFraction momentum, BigFraction decay, int j) {
        return Sgd.train(start, sigma, kappa, loss, x, y, rates, momentum, decay);
    }

    /**
     * PART-8: a unit j of the first hidden layer, flat below zero as ReLU is, if its pre-activation is negative on every training input; and so it stays.
     *
     * @claim PART-8 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, sigma) && \dl_isSchedule(x, y, rates, \dl_stW(\dl_state(start)));
      @ requires kappa != null && loss != null && momentum != null && decay != null && \dl_val(decay) == \dl_qZero();
      @ requires \dl_frozenUnit(\dl_state(start), \dl_state(start), j) && \dl_flatBelowZero(\dl_funs(sigma), \dl_val(kappa));
      @ requires \dl_negativeOn(\dl_stW(\dl_state(start)), \dl_stB(\dl_state(start)), \dl_stack(x), j);
      @ ensures \dl_frozenUnit(\dl_state(\result), \old(\dl_state(start)), j);
      @ ensures \dl_negativeOn(\dl_stW(\dl_state(\result)), \dl_stB(\dl_state(\result)), \old(\dl_stack(x)), j);
      @ assignable \nothing;
      @*/
    public static State deadUnitNeverChanges(State start, ActivationFunction[] sigma, BigFraction kappa,
                                             LossDerivative loss, BigFraction[][][] x, BigFraction[][][] y,
                                             BigFraction[] rates, BigFraction momentum, BigFraction decay, int j) {
        return Sgd.train(start, sigma, kappa, loss, x, y, rates, momentum, decay);
    }
}
