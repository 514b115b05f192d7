package org.stillpoint.kernel;

import org.hipparchus.fraction.BigFraction;

/**
 * Stochastic gradient descent with momentum and weight decay: v' = momentum v + (mean gradient + decay W), parameters' = parameters - rate v'.
 * The decay acts on weights only. A batch has at least one sample.
 */
public final /*@ nullable_by_default @*/ class Sgd {

    private Sgd() {
    }

    /** The gradient of one sample at p, with g = dl/df taken from the loss. */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isInput(x, \dl_weights(p)) && \dl_fullVec(y) && kappa != null && loss != null;
      @ ensures \fresh(\result) && \dl_isParameters(\result,
      @     \old(\dl_sampleW(\dl_weights(p), \dl_biases(p), \dl_funs(sigma), \dl_val(kappa), loss, \dl_vals(x), \dl_vals(y))),
      @     \old(\dl_sampleB(\dl_weights(p), \dl_biases(p), \dl_funs(sigma), \dl_val(kappa), loss, \dl_vals(x), \dl_vals(y))));
      @ ensures \dl_sameStackShape(\dl_weights(\result), \old(\dl_weights(p))) && \dl_sameShape(\dl_biases(\result), \old(\dl_biases(p)));
      @ assignable \nothing;
      @*/
    public static Parameters sampleGradient(Parameters p, ActivationFunction[] sigma, BigFraction kappa,
                                            LossDerivative loss, BigFraction[] x, BigFraction[] y) {
        BigFraction[][] z = Backpropagation.preactivations(p, sigma, x);
        return Backpropagation.gradient(p, sigma, kappa, x, z, loss.at(Backpropagation.output(z), y));
    }

    /** The mean gradient over a batch. */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isBatch(x, y, \dl_weights(p)) && kappa != null && loss != null;
      @ ensures \fresh(\result) && \dl_isParameters(\result,
      @     \old(\dl_batchW(\dl_weights(p), \dl_biases(p), \dl_funs(sigma), \dl_val(kappa), loss, \dl_mat(x), \dl_mat(y))),
      @     \old(\dl_batchB(\dl_weights(p), \dl_biases(p), \dl_funs(sigma), \dl_val(kappa), loss, \dl_mat(x), \dl_mat(y))));
      @ ensures \dl_sameStackShape(\dl_weights(\result), \old(\dl_weights(p))) && \dl_sameShape(\dl_biases(\result), \old(\dl_biases(p)));
      @ assignable \nothing;
      @*/
    public static Parameters batchGradient(Parameters p, ActivationFunction[] sigma, BigFraction kappa,
                                           LossDerivative loss, BigFraction[][] x, BigFraction[][] y) {
        BigFraction share = BigFraction.getReducedFraction(1, x.length);
        BigFraction[][][] weights = Stacks.zeros(p.weights);
        BigFraction[][] biases = Matrices.zeros(p.biases);
        /*@ loop_invariant 0 <= i && i <= x.length;
          @ loop_invariant \dl_isStack(weights, \old(\dl_sumW(\dl_weights(p), \dl_biases(p), \dl_funs(sigma),
          @     \dl_val(kappa), loss, \dl_mat(x), \dl_mat(y), \dl_qRatio(1, x.length), i)));
          @ loop_invariant \dl_isMat(biases, \old(\dl_sumB(\dl_weights(p), \dl_biases(p), \dl_funs(sigma),
          @     \dl_val(kappa), loss, \dl_mat(x), \dl_mat(y), \dl_qRatio(1, x.length), i)));
          @ loop_invariant \dl_sameStackShape(\dl_stack(weights), \old(\dl_weights(p)));
          @ loop_invariant \dl_sameShape(\dl_mat(biases), \old(\dl_biases(p)));
          @ assignable \nothing;
          @ decreases x.length - i;
          @*/
        for (int i = 0; i < x.length; i++) {
            Parameters sample = sampleGradient(p, sigma, kappa, loss, x[i], y[i]);
            weights = Stacks.addScaled(weights, share, sample.weights);
            biases = Matrices.addScaled(biases, share, sample.biases);
        }
        return Parameters.of(weights, biases);
    }

    /** One step: v' = momentum v + gradient + decay w (weights only); parameters' = parameters - rate v'. */
    /*@ public normal_behavior
      @ requires \dl_fullState(s) && \dl_velocityFits(\dl_state(s)) && rate != null && momentum != null && decay != null;
      @ requires \dl_fullParameters(gradient) && \dl_sameStackShape(\dl_weights(gradient), \dl_stW(\dl_state(s)))
      @     && \dl_sameShape(\dl_biases(gradient), \dl_stB(\dl_state(s)));
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

    /** One step on one batch. */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(s, sigma) && \dl_isBatch(x, y, \dl_stW(\dl_state(s)));
      @ requires kappa != null && loss != null && rate != null && momentum != null && decay != null;
      @ ensures \fresh(\result) && \fresh(\result.parameters) && \fresh(\result.velocity);
      @ ensures \dl_isState(\result, \old(\dl_stepped(\dl_state(s), \dl_funs(sigma), \dl_val(kappa), loss, \dl_mat(x), \dl_mat(y),
      @     \dl_val(rate), \dl_val(momentum), \dl_val(decay))));
      @ ensures \dl_sameForm(\dl_state(\result), \old(\dl_state(s)));
      @ assignable \nothing;
      @*/
    public static State step(State s, ActivationFunction[] sigma, BigFraction kappa, LossDerivative loss,
                             BigFraction[][] x, BigFraction[][] y, BigFraction rate,
                             BigFraction momentum, BigFraction decay) {
        return update(s, batchGradient(s.parameters, sigma, kappa, loss, x, y), rate, momentum, decay);
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

    /** One step for each batch, in order; step t uses rates[t]. */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, sigma) && \dl_isSchedule(x, y, rates, \dl_stW(\dl_state(start)));
      @ requires kappa != null && loss != null && momentum != null && decay != null;
      @ ensures \fresh(\result);
      @ ensures \dl_isState(\result, \old(\dl_trained(\dl_state(start), \dl_funs(sigma), \dl_val(kappa), loss, \dl_stack(x), \dl_stack(y),
      @     \dl_vals(rates), \dl_val(momentum), \dl_val(decay), x.length)));
      @ ensures \dl_sameForm(\dl_state(\result), \old(\dl_state(start)));
      @ assignable \nothing;
      @*/
    public static State train(State start, ActivationFunction[] sigma, BigFraction kappa, LossDerivative loss,
                              BigFraction[][][] x, BigFraction[][][] y, BigFraction[] rates,
                              BigFraction momentum, BigFraction decay) {
        State s = copy(start);
        /*@ loop_invariant 0 <= t && t <= x.length && \fresh(s);
          @ loop_invariant \dl_isState(s, \old(\dl_trained(\dl_state(start), \dl_funs(sigma), \dl_val(kappa), loss, \dl_stack(x), \dl_stack(y),
          @     \dl_vals(rates), \dl_val(momentum), \dl_val(decay), t)));
          @ loop_invariant \dl_sameForm(\dl_state(s), \old(\dl_state(start)));
          @ assignable \nothing;
          @ decreases x.length - t;
          @*/
        for (int t = 0; t < x.length; t++) {
            s = step(s, sigma, kappa, loss, x[t], y[t], rates[t], momentum, decay);
        }
        return s;
    }
}
