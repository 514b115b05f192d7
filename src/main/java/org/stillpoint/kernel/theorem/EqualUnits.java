package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * A hidden layer l whose units are all equal, in a network of any depth, and the network with one unit in their place: its
 * incoming row and bias are theirs, its outgoing weights are theirs times their number.
 */
public final /*@ nullable_by_default @*/ class EqualUnits {

    private EqualUnits() {
    }

    /**
     * SYM-8: both networks compute the same function.
     *
     * @claim SYM-8 establishes remark
     */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isNetwork(one, sigma) && \dl_isInput(x, one);
      @ requires \dl_isCollapsed(one, p, l, units);
      @ ensures \dl_vals(\result) == \old(\dl_outputOf(p, sigma, x));
      @ assignable \nothing;
      @*/
    public static BigFraction[] oneUnitComputesTheSameFunction(Parameters p, Parameters one, ActivationFunction[] sigma,
                                                               BigFraction[] x, int l, int units) {
        return Backpropagation.output(Backpropagation.preactivations(one, sigma, x));
    }

    /**
     * SYM-8 for gradients of a batch: the gradient of the one unit's row and bias is that of each unit times their number, the
     * gradient of its outgoing weights is that of each unit's, and all others are equal.
     *
     * @claim SYM-8 establishes remark
     */
    /*@ public normal_behavior
      @ requires \dl_isNetworkFor(p, rule) && \dl_isNetworkFor(one, rule) && \dl_isBatch(x, y, one);
      @ requires \dl_isCollapsed(one, p, l, units);
      @ ensures \dl_isCollapsedGradient(\result,
      @     \old(\dl_batchWeightGradient(p, rule, x, y)), \old(\dl_batchBiasGradient(p, rule, x, y)), l, units);
      @ assignable \nothing;
      @*/
    public static Parameters gradientOfOneUnit(Parameters p, Parameters one, LearningRule rule, BigFraction[][] x,
                                               BigFraction[][] y, int l, int units) {
        return Sgd.batchGradient(one, rule, x, y);
    }

    /**
     * SYM-8 for one step and the weights of layer k: with rate eta for all units, eta / H for the one unit's row (k = l), eta H
     * for its outgoing weights (k = l + 1) and eta elsewhere, it is again the one unit in their place. The rates are subtracted,
     * so they are compared negated.
     *
     * @claim SYM-8 establishes case
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(s, rule) && \dl_isTrainable(one, rule) && \dl_hasNoMomentum(rule) && \dl_hasNoDecay(rule);
      @ requires \dl_isBatchAt(x, y, one) && rate != null && rateOfOne != null;
      @ requires \dl_isCollapsedAt(one, s, l, units) && 0 <= k && k < \dl_depth(\dl_weightsOf(\dl_state(s)));
      @ requires \dl_rateFits(rateOfOne, rate, l, k, units);
      @ ensures \dl_hasCollapsedWeights(\result, \old(\dl_stateAfterStep(s, rule, x, y, rate)), l, units, k);
      @ assignable \nothing;
      @*/
    public static State weightsAfterAStepOfOneUnit(State s, State one, LearningRule rule, BigFraction[][] x,
                                                   BigFraction[][] y, BigFraction rate, BigFraction rateOfOne, int l,
                                                   int units, int k) {
        return Sgd.step(one, rule, x, y, rateOfOne);
    }

    /**
     * SYM-8 for one step and the biases of layer k: with rate eta / H for the one unit and eta elsewhere.
     *
     * @claim SYM-8 establishes case
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(s, rule) && \dl_isTrainable(one, rule) && \dl_hasNoMomentum(rule) && \dl_hasNoDecay(rule);
      @ requires \dl_isBatchAt(x, y, one) && rate != null && rateOfOne != null;
      @ requires \dl_isCollapsedAt(one, s, l, units) && 0 <= k && k < \dl_depth(\dl_weightsOf(\dl_state(s)));
      @ requires \dl_biasRateFits(rateOfOne, rate, l, k, units);
      @ ensures \dl_hasCollapsedBiases(\result, \old(\dl_stateAfterStep(s, rule, x, y, rate)), l, units, k);
      @ assignable \nothing;
      @*/
    public static State biasesAfterAStepOfOneUnit(State s, State one, LearningRule rule, BigFraction[][] x,
                                                  BigFraction[][] y, BigFraction rate, BigFraction rateOfOne, int l,
                                                  int units, int k) {
        return Sgd.step(one, rule, x, y, rateOfOne);
    }
}
