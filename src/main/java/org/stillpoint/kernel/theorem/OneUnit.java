package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Matrices;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Schedule;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.Stacks;
import org.stillpoint.kernel.State;
import org.stillpoint.kernel.Vectors;

/**
 * Training of the one unit that stands in the place of equal units, with a rate of its own for the weights and for the biases of
 * each layer.
 */
public final /*@ nullable_by_default @*/ class OneUnit {

    private OneUnit() {
    }

    /** W - rate G in each layer, with rates[k] in layer k. */
    /*@ public normal_behavior
      @ requires \dl_fullStack(w) && \dl_fullStack(g) && \dl_sameStackShape(\dl_stack(w), \dl_stack(g));
      @ requires \dl_fullVec(rates) && rates.length == w.length;
      @ ensures \fresh(\result) && \dl_isStack(\result, \old(\dl_weightsDescended(\dl_stack(w), \dl_vals(rates), \dl_stack(g))));
      @ assignable \nothing;
      @*/
    public static BigFraction[][][] descendWeights(BigFraction[][][] w, BigFraction[] rates, BigFraction[][][] g) {
        BigFraction[][][] result = Stacks.empty();
        /*@ loop_invariant 0 <= k && k <= w.length && \fresh(result) && \dl_fullStack(result) && result.length == k;
          @ loop_invariant (\forall int m; 0 <= m && m < k;
          @     \dl_layer(\dl_stack(result), m)
          @     == \dl_layer(\old(\dl_weightsDescended(\dl_stack(w), \dl_vals(rates), \dl_stack(g))), m));
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
      @ ensures \fresh(\result) && \dl_isMat(\result, \old(\dl_biasesDescended(\dl_mat(b), \dl_vals(rates), \dl_mat(g))));
      @ assignable \nothing;
      @*/
    public static BigFraction[][] descendBiases(BigFraction[][] b, BigFraction[] rates, BigFraction[][] g) {
        BigFraction[][] result = Matrices.empty();
        /*@ loop_invariant 0 <= k && k <= b.length && \fresh(result) && \dl_fullMat(result) && result.length == k;
          @ loop_invariant (\forall int m; 0 <= m && m < k;
          @     \dl_row(\dl_mat(result), m) == \dl_row(\old(\dl_biasesDescended(\dl_mat(b), \dl_vals(rates), \dl_mat(g))), m));
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
      @ requires \dl_isNetworkFor(p, rule) && \dl_isBatch(x, y, p);
      @ requires \dl_areRatesOfLayers(rates, p) && \dl_areRatesOfLayers(biasRates, p);
      @ ensures \fresh(\result) && \dl_isParameters(\result,
      @     \old(\dl_weightsDescended(\dl_weights(p), \dl_vals(rates), \dl_batchWeightGradient(p, rule, x, y))),
      @     \old(\dl_biasesDescended(\dl_biases(p), \dl_vals(biasRates), \dl_batchBiasGradient(p, rule, x, y))));
      @ assignable \nothing;
      @*/
    public static Parameters step(Parameters p, LearningRule rule, BigFraction[][] x, BigFraction[][] y,
                                  BigFraction[] rates, BigFraction[] biasRates) {
        Parameters gradient = Sgd.batchGradient(p, rule, x, y);
        return Parameters.of(descendWeights(p.weights, rates, gradient.weights),
                descendBiases(p.biases, biasRates, gradient.biases));
    }

    /**
     * SYM-8 for training: one unit in the place of the equal units of layer l, trained with fitting rates on the batches on which
     * they are trained, is in their place afterwards. Step t has one rate for all layers of their network.
     *
     * @claim SYM-8 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(s, rule) && \dl_isNetworkFor(one, rule) && \dl_isScheduleFor(schedule, one);
      @ requires \dl_hasNoMomentum(rule) && \dl_hasNoDecay(rule) && \dl_isCollapsedOf(one, \dl_state(s), l, units);
      @ requires \dl_areRatesOfSteps(ratesOfOne, schedule, one) && \dl_areRatesOfSteps(biasRatesOfOne, schedule, one);
      @ requires \dl_ratesFitSchedule(ratesOfOne, schedule, l, units);
      @ requires \dl_biasRatesFitSchedule(biasRatesOfOne, schedule, l, units);
      @ ensures \dl_isCollapsedOf(\result, \old(\dl_stateAfter(s, rule, schedule)), l, units);
      @ assignable \nothing;
      @*/
    public static Parameters trainsAsEqualUnitsDo(State s, Parameters one, LearningRule rule, Schedule schedule,
                                                  BigFraction[][] ratesOfOne, BigFraction[][] biasRatesOfOne, int l,
                                                  int units) {
        Parameters p = one;
        /*@ loop_invariant 0 <= t && t <= schedule.samples.length && \dl_fullParameters(p);
          @ loop_invariant \dl_sameStackShape(\dl_weights(p), \old(\dl_weights(one)));
          @ loop_invariant \dl_sameShape(\dl_biases(p), \old(\dl_biases(one)));
          @ loop_invariant \dl_isCollapsedOf(p, \old(\dl_stateAfterSteps(s, rule, schedule, t)), l, units);
          @ assignable \nothing;
          @ decreases schedule.samples.length - t;
          @*/
        for (int t = 0; t < schedule.samples.length; t++) {
            p = step(p, rule, schedule.samples[t], schedule.targets[t], ratesOfOne[t], biasRatesOfOne[t]);
        }
        return p;
    }
}
