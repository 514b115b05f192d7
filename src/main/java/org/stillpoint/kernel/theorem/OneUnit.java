package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Matrices;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.Stacks;
import org.stillpoint.kernel.State;
import org.stillpoint.kernel.Vectors;

/** Training of the one unit that stands in the place of equal units, with a rate of its own for the weights and for the biases of each layer. */
public final /*@ nullable_by_default @*/ class OneUnit {

    private OneUnit() {
    }

    /** W - rate G in each layer, with rates[k] in layer k. */
    /*@ public normal_behavior
      @ requires \dl_fullStack(w) && \dl_fullStack(g) && \dl_sameStackShape(\dl_stack(w), \dl_stack(g));
      @ requires \dl_fullVec(rates) && rates.length == w.length;
      @ ensures \fresh(\result) && \dl_isStack(\result, \old(\dl_sDescended(\dl_stack(w), \dl_vals(rates), \dl_stack(g))));
      @ assignable \nothing;
      @*/
    public static BigFraction[][][] descendWeights(BigFraction[][][] w, BigFraction[] rates, BigFraction[][][] g) {
        BigFraction[][][] result = Stacks.empty();
        /*@ loop_invariant 0 <= k && k <= w.length && \fresh(result) && \dl_fullStack(result) && result.length == k;
          @ loop_invariant (\forall int m; 0 <= m && m < k;
          @     \dl_layer(\dl_stack(result), m) == \dl_layer(\old(\dl_sDescended(\dl_stack(w), \dl_vals(rates), \dl_stack(g))), m));
          @ assignable \nothing;
          @ decreases w.length - k;
          @*/
        for (int k = 0; k < w.length; k++) {
            result = Stacks.append(result, Matrices.addScaled(w[k], rates[k].negate(), g[k]));
        }
        return result;
    }

    /** b - rate g in each layer, with rates[k] in layer k. */
    /*@ public normal_behavior
      @ requires \dl_fullMat(b) && \dl_fullMat(g) && \dl_sameShape(\dl_mat(b), \dl_mat(g));
      @ requires \dl_fullVec(rates) && rates.length == b.length;
      @ ensures \fresh(\result) && \dl_isMat(\result, \old(\dl_mDescended(\dl_mat(b), \dl_vals(rates), \dl_mat(g))));
      @ assignable \nothing;
      @*/
    public static BigFraction[][] descendBiases(BigFraction[][] b, BigFraction[] rates, BigFraction[][] g) {
        BigFraction[][] result = Matrices.empty();
        /*@ loop_invariant 0 <= k && k <= b.length && \fresh(result) && \dl_fullMat(result) && result.length == k;
          @ loop_invariant (\forall int m; 0 <= m && m < k;
          @     \dl_row(\dl_mat(result), m) == \dl_row(\old(\dl_mDescended(\dl_mat(b), \dl_vals(rates), \dl_mat(g))), m));
          @ assignable \nothing;
          @ decreases b.length - k;
          @*/
        for (int k = 0; k < b.length; k++) {
            result = Matrices.append(result, Vectors.addScaled(b[k], rates[k].negate(), g[k]));
        }
        return result;
    }

    /** One step on one batch, with rates[k] for the weights and biasRates[k] for the biases of layer k. */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isBatch(x, y, \dl_weights(p)) && kappa != null && loss != null;
      @ requires \dl_fullVec(rates) && rates.length == \dl_depth(\dl_weights(p));
      @ requires \dl_fullVec(biasRates) && biasRates.length == \dl_depth(\dl_weights(p));
      @ ensures \fresh(\result) && \dl_isParameters(\result,
      @     \old(\dl_sDescended(\dl_weights(p), \dl_vals(rates), \dl_batchW(\dl_weights(p), \dl_biases(p), \dl_funs(sigma), \dl_val(kappa), loss,
      @         \dl_mat(x), \dl_mat(y)))),
      @     \old(\dl_mDescended(\dl_biases(p), \dl_vals(biasRates), \dl_batchB(\dl_weights(p), \dl_biases(p), \dl_funs(sigma), \dl_val(kappa), loss,
      @         \dl_mat(x), \dl_mat(y)))));
      @ assignable \nothing;
      @*/
    public static Parameters step(Parameters p, ActivationFunction[] sigma, BigFraction kappa, LossDerivative loss,
                                  BigFraction[][] x, BigFraction[][] y, BigFraction[] rates, BigFraction[] biasRates) {
        Parameters gradient = Sgd.batchGradient(p, sigma, kappa, loss, x, y);
        return Parameters.of(descendWeights(p.weights, rates, gradient.weights), descendBiases(p.biases, biasRates, gradient.biases));
    }

    /**
     * SYM-8 for training: one unit in the place of the equal units of layer l, trained with fitting rates on the batches on which they are trained,
     * is in their place afterwards. Step t has one rate for all layers of their network.
     *
     * @claim SYM-8 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(s, sigma) && \dl_isNetwork(one, sigma) && \dl_isSchedule(x, y, rates, \dl_weights(one));
      @ requires kappa != null && loss != null;
      @ requires momentum != null && \dl_val(momentum) == \dl_qZero() && decay != null && \dl_val(decay) == \dl_qZero();
      @ requires \dl_fullMat(ratesOfOne) && ratesOfOne.length == x.length && \dl_hasColumns(\dl_mat(ratesOfOne), \dl_depth(\dl_weights(one)));
      @ requires \dl_fullMat(biasRatesOfOne) && biasRatesOfOne.length == x.length
      @     && \dl_hasColumns(\dl_mat(biasRatesOfOne), \dl_depth(\dl_weights(one)));
      @ requires \dl_allRatesFit(\dl_mat(ratesOfOne), \dl_vals(rates), l, units);
      @ requires \dl_allBiasRatesFit(\dl_mat(biasRatesOfOne), \dl_vals(rates), l, units);
      @ requires \dl_collapsedWeights(\dl_weights(one), \dl_stW(\dl_state(s)), l, units);
      @ requires \dl_collapsedBiases(\dl_biases(one), \dl_stB(\dl_state(s)), l, units);
      @ ensures \dl_collapsedWeights(\dl_weights(\result), \old(\dl_stW(\dl_trained(\dl_state(s), \dl_funs(sigma), \dl_val(kappa), loss,
      @     \dl_stack(x), \dl_stack(y), \dl_vals(rates), \dl_val(momentum), \dl_val(decay), x.length))), l, units);
      @ ensures \dl_collapsedBiases(\dl_biases(\result), \old(\dl_stB(\dl_trained(\dl_state(s), \dl_funs(sigma), \dl_val(kappa), loss,
      @     \dl_stack(x), \dl_stack(y), \dl_vals(rates), \dl_val(momentum), \dl_val(decay), x.length))), l, units);
      @ assignable \nothing;
      @*/
    public static Parameters trainsAsEqualUnitsDo(State s, Parameters one, ActivationFunction[] sigma, BigFraction kappa, LossDerivative loss,
                                                  BigFraction[][][] x, BigFraction[][][] y, BigFraction[] rates,
                                                  BigFraction momentum, BigFraction decay,
                                                  BigFraction[][] ratesOfOne, BigFraction[][] biasRatesOfOne, int l, int units) {
        Parameters p = one;
        /*@ loop_invariant 0 <= t && t <= x.length && \dl_fullParameters(p);
          @ loop_invariant \dl_sameStackShape(\dl_weights(p), \old(\dl_weights(one))) && \dl_sameShape(\dl_biases(p), \old(\dl_biases(one)));
          @ loop_invariant \dl_collapsedWeights(\dl_weights(p), \old(\dl_stW(\dl_trained(\dl_state(s), \dl_funs(sigma), \dl_val(kappa), loss,
          @     \dl_stack(x), \dl_stack(y), \dl_vals(rates), \dl_qZero(), \dl_qZero(), t))), l, units);
          @ loop_invariant \dl_collapsedBiases(\dl_biases(p), \old(\dl_stB(\dl_trained(\dl_state(s), \dl_funs(sigma), \dl_val(kappa), loss,
          @     \dl_stack(x), \dl_stack(y), \dl_vals(rates), \dl_qZero(), \dl_qZero(), t))), l, units);
          @ assignable \nothing;
          @ decreases x.length - t;
          @*/
        for (int t = 0; t < x.length; t++) {
            p = step(p, sigma, kappa, loss, x[t], y[t], ratesOfOne[t], biasRatesOfOne[t]);
        }
        return p;
    }
}
