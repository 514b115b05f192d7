package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Sgd;

/**
 * A network of any depth, and the wider one in which the last of the units of hidden layer l is split into two: both have its
 * incoming weights and bias, and its outgoing weights are parted in shares alpha and beta, which add up to 1.
 */
public final /*@ nullable_by_default @*/ class SplitUnit {

    private SplitUnit() {
    }

    /**
     * EMB-1: both networks compute the same function.
     *
     * @claim EMB-1 establishes case
     */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(narrow, sigma) && \dl_isNetwork(wide, sigma) && \dl_isInput(x, wide);
      @ requires \dl_isSplit(wide, narrow, l, units, alpha, beta);
      @ ensures \dl_vals(\result) == \old(\dl_outputOf(narrow, sigma, x));
      @ assignable \nothing;
      @*/
    public static BigFraction[] splittingKeepsTheFunction(Parameters narrow, Parameters wide, ActivationFunction[] sigma,
                                                          BigFraction[] x, int l, int units, BigFraction alpha,
                                                          BigFraction beta) {
        return Backpropagation.output(Backpropagation.preactivations(wide, sigma, x));
    }

    /**
     * EMB-1 for gradients of a batch: those of the halves' incoming weights and biases are the shares of the unit's, those of
     * the outgoing weights of either half are the unit's, and all others are equal.
     *
     * @claim EMB-1 establishes case
     */
    /*@ public normal_behavior
      @ requires \dl_isNetworkFor(narrow, rule) && \dl_isNetworkFor(wide, rule) && \dl_isBatch(x, y, wide);
      @ requires \dl_isSplit(wide, narrow, l, units, alpha, beta);
      @ ensures \dl_isSplitGradient(\result, \old(\dl_batchWeightGradient(narrow, rule, x, y)),
      @     \old(\dl_batchBiasGradient(narrow, rule, x, y)), l, units, alpha, beta);
      @ assignable \nothing;
      @*/
    public static Parameters gradientIsSplit(Parameters narrow, Parameters wide, LearningRule rule, BigFraction[][] x,
                                             BigFraction[][] y, int l, int units, BigFraction alpha,
                                             BigFraction beta) {
        return Sgd.batchGradient(wide, rule, x, y);
    }
}
