package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * A hidden layer l whose units are all equal, in a network of any depth, and the network with one unit in their place: its incoming row and bias
 * are theirs, its outgoing weights are theirs times their number.
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
      @ requires \dl_isNetwork(p, sigma) && \dl_isNetwork(one, sigma) && \dl_isInput(x, \dl_weights(one));
      @ requires \dl_collapsedWeights(\dl_weights(one), \dl_weights(p), l, units) && \dl_collapsedBiases(\dl_biases(one), \dl_biases(p), l, units);
      @ ensures \dl_vals(\result) == \old(\dl_pre(\dl_weights(p), \dl_biases(p), \dl_funs(sigma), \dl_vals(x), \dl_depth(\dl_weights(p)) - 1));
      @ assignable \nothing;
      @*/
    public static BigFraction[] oneUnitComputesTheSameFunction(Parameters p, Parameters one, ActivationFunction[] sigma, BigFraction[] x,
                                                               int l, int units) {
        return Backpropagation.output(Backpropagation.preactivations(one, sigma, x));
    }

    /**
     * SYM-8 for gradients of a batch: the gradient of the one unit's row and bias is that of each unit times their number, the gradient of its
     * outgoing weights is that of each unit's, and all others are equal.
     *
     * @claim SYM-8 establishes remark
     */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isNetwork(one, sigma) && \dl_isBatch(x, y, \dl_weights(one)) && kappa != null && loss != null;
      @ requires \dl_collapsedWeights(\dl_weights(one), \dl_weights(p), l, units) && \dl_collapsedBiases(\dl_biases(one), \dl_biases(p), l, units);
      @ ensures \dl_collapsedWeightGradient(\dl_weights(\result), \old(\dl_batchW(\dl_weights(p), \dl_biases(p), \dl_funs(sigma), \dl_val(kappa),
      @     loss, \dl_mat(x), \dl_mat(y))), l, units);
      @ ensures \dl_collapsedBiasGradient(\dl_biases(\result), \old(\dl_batchB(\dl_weights(p), \dl_biases(p), \dl_funs(sigma), \dl_val(kappa),
      @     loss, \dl_mat(x), \dl_mat(y))), l, units);
      @ assignable \nothing;
      @*/
    public static Parameters gradientOfOneUnit(Parameters p, Parameters one, ActivationFunction[] sigma, BigFraction kappa,
                                               LossDerivative loss, BigFraction[][] x, BigFraction[][] y, int l, int units) {
        return Sgd.batchGradient(one, sigma, kappa, loss, x, y);
    }

    /**
     * SYM-8 for one step and the weights of layer k: with rate eta for all units, eta / H for the one unit's row (k = l), eta H for its outgoing
     * weights (k = l + 1) and eta elsewhere, it is again the one unit in their place. The rates are subtracted, so they are compared negated.
     *
     * @claim SYM-8 establishes case
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(s, sigma) && \dl_isTrainable(one, sigma) && \dl_isBatch(x, y, \dl_stW(\dl_state(one)));
      @ requires kappa != null && loss != null && rate != null && rateOfOne != null;
      @ requires momentum != null && \dl_val(momentum) == \dl_qZero() && decay != null && \dl_val(decay) == \dl_qZero();
      @ requires \dl_collapsedWeights(\dl_stW(\dl_state(one)), \dl_stW(\dl_state(s)), l, units);
      @ requires \dl_collapsedBiases(\dl_stB(\dl_state(one)), \dl_stB(\dl_state(s)), l, units);
      @ requires 0 <= k && k < \dl_depth(\dl_stW(\dl_state(s)));
      @ requires \dl_ratesFit(\dl_qNeg(\dl_val(rateOfOne)), \dl_qNeg(\dl_val(rate)), l, k, units);
      @ ensures \dl_oneMat(\dl_layer(\dl_stW(\dl_state(\result)), k), \dl_layer(\dl_stW(\old(\dl_stepped(\dl_state(s),
      @     \dl_funs(sigma), \dl_val(kappa), loss, \dl_mat(x), \dl_mat(y), \dl_val(rate), \dl_val(momentum), \dl_val(decay)))), k), l, k, units);
      @ assignable \nothing;
      @*/
    public static State weightsAfterAStepOfOneUnit(State s, State one, ActivationFunction[] sigma, BigFraction kappa, LossDerivative loss,
                           BigFraction[][] x, BigFraction[][] y, BigFraction rate, BigFraction rateOfOne,
                           BigFraction momentum, BigFraction decay, int l, int units, int k) {
        return Sgd.step(one, sigma, kappa, loss, x, y, rateOfOne, momentum, decay);
    }

    /**
     * SYM-8 for one step and the biases of layer k: with rate eta / H for the one unit and eta elsewhere.
     *
     * @claim SYM-8 establishes case
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(s, sigma) && \dl_isTrainable(one, sigma) && \dl_isBatch(x, y, \dl_stW(\dl_state(one)));
      @ requires kappa != null && loss != null && rate != null && rateOfOne != null;
      @ requires momentum != null && \dl_val(momentum) == \dl_qZero() && decay != null && \dl_val(decay) == \dl_qZero();
      @ requires \dl_collapsedWeights(\dl_stW(\dl_state(one)), \dl_stW(\dl_state(s)), l, units);
      @ requires \dl_collapsedBiases(\dl_stB(\dl_state(one)), \dl_stB(\dl_state(s)), l, units);
      @ requires 0 <= k && k < \dl_depth(\dl_stW(\dl_state(s)));
      @ requires \dl_biasRatesFit(\dl_qNeg(\dl_val(rateOfOne)), \dl_qNeg(\dl_val(rate)), l, k, units);
      @ ensures \dl_oneBias(\dl_row(\dl_stB(\dl_state(\result)), k), \dl_row(\dl_stB(\old(\dl_stepped(\dl_state(s),
      @     \dl_funs(sigma), \dl_val(kappa), loss, \dl_mat(x), \dl_mat(y), \dl_val(rate), \dl_val(momentum), \dl_val(decay)))), k), l, k, units);
      @ assignable \nothing;
      @*/
    public static State biasesAfterAStepOfOneUnit(State s, State one, ActivationFunction[] sigma, BigFraction kappa, LossDerivative loss,
                           BigFraction[][] x, BigFraction[][] y, BigFraction rate, BigFraction rateOfOne,
                           BigFraction momentum, BigFraction decay, int l, int units, int k) {
        return Sgd.step(one, sigma, kappa, loss, x, y, rateOfOne, momentum, decay);
    }
}
