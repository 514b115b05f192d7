package org.stillpoint.kernel;

import org.hipparchus.fraction.BigFraction;

/**
 * Stochastic gradient descent with momentum and weight decay: v' = momentum v + (mean gradient + decay W),
 * parameters' = parameters - rate v'. The decay acts on weights only. A batch has at least one sample.
 */
public final /*@ nullable_by_default @*/ class Sgd {

    private Sgd() {
    }

    /** The gradient of one sample at p, with g = dl/df taken from the loss; x[k] is feature k, y[j] the target of output j. */
    /*@ public normal_behavior
      @ requires \dl_isNetworkFor(p, rule) && \dl_isInput(x, p) && \dl_fullVec(y);
      @ ensures \fresh(\result) && \dl_isParameters(\result,
      @     \old(\dl_sampleWeightGradient(p, rule, x, y)), \old(\dl_sampleBiasGradient(p, rule, x, y)));
      @ ensures \dl_sameStackShape(\dl_weights(\result), \old(\dl_weights(p)))
      @      && \dl_sameShape(\dl_biases(\result), \old(\dl_biases(p)));
      @ assignable \nothing;
      @*/
    public static Parameters sampleGradient(Parameters p, LearningRule rule, BigFraction[] x, BigFraction[] y) {
        BigFraction[][] z = Backpropagation.preactivations(p, rule.activations, x);
        return Backpropagation.gradient(p, rule.activations, rule.kappa, x, z, rule.loss.at(Backpropagation.output(z), y));
    }

    /** The mean gradient over a batch; x[i][k] is feature k of sample i, y[i][j] its target for output j. */
    /*@ public normal_behavior
      @ requires \dl_isNetworkFor(p, rule) && \dl_isBatch(x, y, p);
      @ ensures \fresh(\result) && \dl_isParameters(\result,
      @     \old(\dl_batchWeightGradient(p, rule, x, y)), \old(\dl_batchBiasGradient(p, rule, x, y)));
      @ ensures \dl_sameStackShape(\dl_weights(\result), \old(\dl_weights(p)))
      @      && \dl_sameShape(\dl_biases(\result), \old(\dl_biases(p)));
      @ assignable \nothing;
      @*/
    public static Parameters batchGradient(Parameters p, LearningRule rule, BigFraction[][] x, BigFraction[][] y) {
        BigFraction share = BigFraction.getReducedFraction(1, x.length);
        BigFraction[][][] weights = Stacks.zeros(p.weights);
        BigFraction[][] biases = Matrices.zeros(p.biases);
        /*@ loop_invariant 0 <= i && i <= x.length;
          @ loop_invariant \dl_isStack(weights, \old(\dl_partialWeightGradient(p, rule, x, y, i)));
          @ loop_invariant \dl_isMat(biases, \old(\dl_partialBiasGradient(p, rule, x, y, i)));
          @ loop_invariant \dl_sameStackShape(\dl_stack(weights), \old(\dl_weights(p)));
          @ loop_invariant \dl_sameShape(\dl_mat(biases), \old(\dl_biases(p)));
          @ assignable \nothing;
          @ decreases x.length - i;
          @*/
        for (int i = 0; i < x.length; i++) {
            Parameters sample = sampleGradient(p, rule, x[i], y[i]);
            weights = Stacks.addScaled(weights, share, sample.weights);
            biases = Matrices.addScaled(biases, share, sample.biases);
        }
        return Parameters.of(weights, biases);
    }

    /** One step: v' = momentum v + gradient + decay w (weights only); parameters' = parameters - rate v'. */
    /*@ public normal_behavior
      @ requires \dl_fullState(s) && \dl_velocityFits(\dl_state(s)) && rate != null && momentum != null && decay != null;
      @ requires \dl_fullParameters(gradient) && \dl_sameStackShape(\dl_weights(gradient), \dl_weightsOf(\dl_state(s)))
      @     && \dl_sameShape(\dl_biases(gradient), \dl_biasesOf(\dl_state(s)));
      @ ensures \fresh(\result) && \fresh(\result.parameters) && \fresh(\result.velocity);
      @ ensures \dl_isState(\result, \old(\dl_updated(\dl_state(s), \dl_weights(gradient), \dl_biases(gradient),
      @     \dl_val(rate), \dl_val(momentum), \dl_val(decay))));
      @ assignable \nothing;
      @*/
    public static State update(State s, Parameters gradient, BigFraction rate, BigFraction momentum, BigFraction decay) {
        BigFraction[][][] v = Stacks.addScaled(Stacks.addScaled(gradient.weights, decay, s.parameters.weights),
                momentum, s.velocity.weights);
        BigFraction[][] vb = Matrices.addScaled(gradient.biases, momentum, s.velocity.biases);
        BigFraction back = rate.negate();
        BigFraction[][][] w = Stacks.addScaled(s.parameters.weights, back, v);
        BigFraction[][] b = Matrices.addScaled(s.parameters.biases, back, vb);
        return State.of(Parameters.of(w, b), Parameters.of(v, vb));
    }

    /** One step on one batch; x[i][k] is feature k of sample i, y[i][j] its target for output j. */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(s, rule) && \dl_isBatchAt(x, y, s) && rate != null;
      @ ensures \fresh(\result) && \fresh(\result.parameters) && \fresh(\result.velocity);
      @ ensures \dl_isState(\result, \old(\dl_stateAfterStep(s, rule, x, y, rate)));
      @ ensures \dl_sameStateShape(\dl_state(\result), \old(\dl_state(s)));
      @ assignable \nothing;
      @*/
    public static State step(State s, LearningRule rule, BigFraction[][] x, BigFraction[][] y, BigFraction rate) {
        return update(s, batchGradient(s.parameters, rule, x, y), rate, rule.momentum, rule.decay);
    }

    /** A state with the same values in objects of its own. */
    /*@ public normal_behavior
      @ requires s != null && s.parameters != null && s.velocity != null;
      @ ensures \fresh(\result) && \result != null && \fresh(\result.parameters) && \fresh(\result.velocity);
      @ ensures \result.parameters != null && \result.velocity != null;
      @ ensures \result.parameters.weights == s.parameters.weights && \result.parameters.biases == s.parameters.biases;
      @ ensures \result.velocity.weights == s.velocity.weights && \result.velocity.biases == s.velocity.biases;
      @ assignable \nothing;
      @*/
    public static State copy(State s) {
        return State.of(Parameters.of(s.parameters.weights, s.parameters.biases),
                Parameters.of(s.velocity.weights, s.velocity.biases));
    }

    /** One step for each batch of the schedule, in order; step t uses its rates[t]. */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, rule) && \dl_isSchedule(schedule, start);
      @ ensures \fresh(\result);
      @ ensures \dl_isState(\result, \old(\dl_stateAfter(start, rule, schedule)));
      @ ensures \dl_sameStateShape(\dl_state(\result), \old(\dl_state(start)));
      @ assignable \nothing;
      @*/
    public static State train(State start, LearningRule rule, Schedule schedule) {
        State s = copy(start);
        /*@ loop_invariant 0 <= t && t <= schedule.samples.length && \fresh(s);
          @ loop_invariant \dl_isState(s, \old(\dl_stateAfterSteps(start, rule, schedule, t)));
          @ loop_invariant \dl_sameStateShape(\dl_state(s), \old(\dl_state(start)));
          @ assignable \nothing;
          @ decreases schedule.samples.length - t;
          @*/
        for (int t = 0; t < schedule.samples.length; t++) {
            s = step(s, rule, schedule.samples[t], schedule.targets[t], schedule.rates[t]);
        }
        return s;
    }
}
