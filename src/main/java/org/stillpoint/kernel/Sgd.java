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
      @ requires p != null && \dl_fullStack(p.weights) && \dl_fullMat(p.biases);
      @ requires \dl_network(\dl_stack(p.weights), \dl_mat(p.biases)) && x.length == \dl_inputs(\dl_stack(p.weights));
      @ requires \dl_fullFuns(sigma) && sigma.length == p.weights.length - 1 && kappa != null && loss != null;
      @ requires \dl_fullVec(x) && \dl_fullVec(y);
      @ ensures \fresh(\result) && \result != null;
      @ ensures \dl_isStack(\result.weights, \old(\dl_sampleW(\dl_stack(p.weights), \dl_mat(p.biases), \dl_funs(sigma), \dl_val(kappa),
      @     loss, \dl_vals(x), \dl_vals(y))));
      @ ensures \dl_isMat(\result.biases, \old(\dl_sampleB(\dl_stack(p.weights), \dl_mat(p.biases), \dl_funs(sigma), \dl_val(kappa),
      @     loss, \dl_vals(x), \dl_vals(y))));
      @ ensures \dl_sameStackShape(\dl_stack(\result.weights), \old(\dl_stack(p.weights)));
      @ ensures \dl_sameShape(\dl_mat(\result.biases), \old(\dl_mat(p.biases)));
      @ assignable \nothing;
      @*/
    public static Parameters sampleGradient(Parameters p, ActivationFunction[] sigma, BigFraction kappa,
                                            LossDerivative loss, BigFraction[] x, BigFraction[] y) {
        BigFraction[][] z = Backpropagation.preactivations(p, sigma, x);
        return Backpropagation.gradient(p, sigma, kappa, x, z, loss.at(Backpropagation.output(z), y));
    }

    /** The mean gradient over a batch. */
    /*@ public normal_behavior
      @ requires p != null && \dl_fullStack(p.weights) && \dl_fullMat(p.biases);
      @ requires \dl_network(\dl_stack(p.weights), \dl_mat(p.biases));
      @ requires \dl_fullFuns(sigma) && sigma.length == p.weights.length - 1 && kappa != null && loss != null;
      @ requires \dl_fullMat(x) && \dl_fullMat(y) && x.length >= 1 && x.length == y.length && \dl_hasColumns(\dl_mat(x), \dl_inputs(\dl_stack(p.weights)));
      @ ensures \fresh(\result) && \result != null;
      @ ensures \dl_isStack(\result.weights, \old(\dl_batchW(\dl_stack(p.weights), \dl_mat(p.biases), \dl_funs(sigma), \dl_val(kappa),
      @     loss, \dl_mat(x), \dl_mat(y))));
      @ ensures \dl_isMat(\result.biases, \old(\dl_batchB(\dl_stack(p.weights), \dl_mat(p.biases), \dl_funs(sigma), \dl_val(kappa),
      @     loss, \dl_mat(x), \dl_mat(y))));
      @ ensures \dl_sameStackShape(\dl_stack(\result.weights), \old(\dl_stack(p.weights)));
      @ ensures \dl_sameShape(\dl_mat(\result.biases), \old(\dl_mat(p.biases)));
      @ assignable \nothing;
      @*/
    public static Parameters batchGradient(Parameters p, ActivationFunction[] sigma, BigFraction kappa,
                                           LossDerivative loss, BigFraction[][] x, BigFraction[][] y) {
        BigFraction share = BigFraction.getReducedFraction(1, x.length);
        BigFraction[][][] weights = Stacks.zeros(p.weights);
        BigFraction[][] biases = Matrices.zeros(p.biases);
        /*@ loop_invariant 0 <= i && i <= x.length;
          @ loop_invariant \dl_isStack(weights, \old(\dl_sumW(\dl_stack(p.weights), \dl_mat(p.biases), \dl_funs(sigma),
          @     \dl_val(kappa), loss, \dl_mat(x), \dl_mat(y), \dl_qRatio(1, x.length), i)));
          @ loop_invariant \dl_isMat(biases, \old(\dl_sumB(\dl_stack(p.weights), \dl_mat(p.biases), \dl_funs(sigma),
          @     \dl_val(kappa), loss, \dl_mat(x), \dl_mat(y), \dl_qRatio(1, x.length), i)));
          @ loop_invariant \dl_sameStackShape(\dl_stack(weights), \old(\dl_stack(p.weights)));
          @ loop_invariant \dl_sameShape(\dl_mat(biases), \old(\dl_mat(p.biases)));
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
      @ requires s != null && s.parameters != null && s.velocity != null && gradient != null;
      @ requires rate != null && momentum != null && decay != null;
      @ requires \dl_fullStack(s.parameters.weights) && \dl_fullMat(s.parameters.biases);
      @ requires \dl_fullStack(s.velocity.weights) && \dl_fullMat(s.velocity.biases);
      @ requires \dl_fullStack(gradient.weights) && \dl_fullMat(gradient.biases);
      @ requires \dl_sameStackShape(\dl_stack(gradient.weights), \dl_stack(s.parameters.weights));
      @ requires \dl_sameShape(\dl_mat(gradient.biases), \dl_mat(s.parameters.biases));
      @ requires \dl_sameStackShape(\dl_stack(s.velocity.weights), \dl_stack(s.parameters.weights));
      @ requires \dl_sameShape(\dl_mat(s.velocity.biases), \dl_mat(s.parameters.biases));
      @ ensures \fresh(\result) && \result != null && \fresh(\result.parameters) && \fresh(\result.velocity);
      @ ensures \result.parameters != null && \result.velocity != null;
      @ ensures \dl_isStack(\result.velocity.weights, \old(\dl_sPlusScaled(\dl_sPlusScaled(\dl_stack(gradient.weights),
      @     \dl_val(decay), \dl_stack(s.parameters.weights)), \dl_val(momentum), \dl_stack(s.velocity.weights))));
      @ ensures \dl_isMat(\result.velocity.biases, \old(\dl_mPlusScaled(\dl_mat(gradient.biases),
      @     \dl_val(momentum), \dl_mat(s.velocity.biases))));
      @ ensures \dl_isStack(\result.parameters.weights, \old(\dl_sPlusScaled(\dl_stack(s.parameters.weights), \dl_qNeg(\dl_val(rate)),
      @     \dl_sPlusScaled(\dl_sPlusScaled(\dl_stack(gradient.weights), \dl_val(decay), \dl_stack(s.parameters.weights)),
      @         \dl_val(momentum), \dl_stack(s.velocity.weights)))));
      @ ensures \dl_isMat(\result.parameters.biases, \old(\dl_mPlusScaled(\dl_mat(s.parameters.biases), \dl_qNeg(\dl_val(rate)),
      @     \dl_mPlusScaled(\dl_mat(gradient.biases), \dl_val(momentum), \dl_mat(s.velocity.biases)))));
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
      @ requires s != null && s.parameters != null && s.velocity != null;
      @ requires \dl_fullStack(s.parameters.weights) && \dl_fullMat(s.parameters.biases);
      @ requires \dl_fullStack(s.velocity.weights) && \dl_fullMat(s.velocity.biases);
      @ requires \dl_sameStackShape(\dl_stack(s.velocity.weights), \dl_stack(s.parameters.weights));
      @ requires \dl_sameShape(\dl_mat(s.velocity.biases), \dl_mat(s.parameters.biases));
      @ requires \dl_network(\dl_stack(s.parameters.weights), \dl_mat(s.parameters.biases));
      @ requires \dl_fullFuns(sigma) && sigma.length == s.parameters.weights.length - 1;
      @ requires kappa != null && loss != null && rate != null && momentum != null && decay != null && \dl_atLayer(0);
      @ requires \dl_fullMat(x) && \dl_fullMat(y) && x.length >= 1 && x.length == y.length
      @     && \dl_hasColumns(\dl_mat(x), \dl_inputs(\dl_stack(s.parameters.weights)));
      @ ensures \fresh(\result) && \result != null && \fresh(\result.parameters) && \fresh(\result.velocity);
      @ ensures \result.parameters != null && \result.velocity != null;
      @ ensures \dl_isStack(\result.parameters.weights, \old(\dl_stW(\dl_stepped(\dl_sta(\dl_stack(s.parameters.weights), \dl_mat(s.parameters.biases),
      @     \dl_stack(s.velocity.weights), \dl_mat(s.velocity.biases)),
      @     \dl_funs(sigma), \dl_val(kappa), loss, \dl_mat(x), \dl_mat(y), \dl_val(rate), \dl_val(momentum), \dl_val(decay)))));
      @ ensures \dl_isMat(\result.parameters.biases, \old(\dl_stB(\dl_stepped(\dl_sta(\dl_stack(s.parameters.weights), \dl_mat(s.parameters.biases),
      @     \dl_stack(s.velocity.weights), \dl_mat(s.velocity.biases)),
      @     \dl_funs(sigma), \dl_val(kappa), loss, \dl_mat(x), \dl_mat(y), \dl_val(rate), \dl_val(momentum), \dl_val(decay)))));
      @ ensures \dl_isStack(\result.velocity.weights, \old(\dl_stVW(\dl_stepped(\dl_sta(\dl_stack(s.parameters.weights), \dl_mat(s.parameters.biases),
      @     \dl_stack(s.velocity.weights), \dl_mat(s.velocity.biases)),
      @     \dl_funs(sigma), \dl_val(kappa), loss, \dl_mat(x), \dl_mat(y), \dl_val(rate), \dl_val(momentum), \dl_val(decay)))));
      @ ensures \dl_isMat(\result.velocity.biases, \old(\dl_stVB(\dl_stepped(\dl_sta(\dl_stack(s.parameters.weights), \dl_mat(s.parameters.biases),
      @     \dl_stack(s.velocity.weights), \dl_mat(s.velocity.biases)),
      @     \dl_funs(sigma), \dl_val(kappa), loss, \dl_mat(x), \dl_mat(y), \dl_val(rate), \dl_val(momentum), \dl_val(decay)))));
      @ ensures \dl_network(\dl_stack(\result.parameters.weights), \dl_mat(\result.parameters.biases))
      @     && \dl_inputs(\dl_stack(\result.parameters.weights)) == \old(\dl_inputs(\dl_stack(s.parameters.weights)))
      @     && \result.parameters.weights.length == \old(s.parameters.weights.length);
      @ ensures \dl_sameStackShape(\dl_stack(\result.velocity.weights), \dl_stack(\result.parameters.weights))
      @     && \dl_sameShape(\dl_mat(\result.velocity.biases), \dl_mat(\result.parameters.biases));
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
      @ requires start != null && start.parameters != null && start.velocity != null;
      @ requires \dl_fullStack(start.parameters.weights) && \dl_fullMat(start.parameters.biases);
      @ requires \dl_fullStack(start.velocity.weights) && \dl_fullMat(start.velocity.biases);
      @ requires \dl_sameStackShape(\dl_stack(start.velocity.weights), \dl_stack(start.parameters.weights));
      @ requires \dl_sameShape(\dl_mat(start.velocity.biases), \dl_mat(start.parameters.biases));
      @ requires \dl_network(\dl_stack(start.parameters.weights), \dl_mat(start.parameters.biases));
      @ requires \dl_fullFuns(sigma) && sigma.length == start.parameters.weights.length - 1;
      @ requires kappa != null && loss != null && momentum != null && decay != null;
      @ requires \dl_fullStack(x) && \dl_fullStack(y) && \dl_fullVec(rates) && rates.length == x.length;
      @ requires \dl_batches(\dl_stack(x), \dl_stack(y), \dl_inputs(\dl_stack(start.parameters.weights)));
      @ ensures \fresh(\result) && \result != null && \result.parameters != null && \result.velocity != null;
      @ ensures \dl_isStack(\result.parameters.weights, \old(\dl_stW(\dl_trained(\dl_sta(\dl_stack(start.parameters.weights), \dl_mat(start.parameters.biases),
      @     \dl_stack(start.velocity.weights), \dl_mat(start.velocity.biases)),
      @     \dl_funs(sigma), \dl_val(kappa), loss, \dl_stack(x), \dl_stack(y), \dl_vals(rates),
      @     \dl_val(momentum), \dl_val(decay), x.length))));
      @ ensures \dl_isMat(\result.parameters.biases, \old(\dl_stB(\dl_trained(\dl_sta(\dl_stack(start.parameters.weights), \dl_mat(start.parameters.biases),
      @     \dl_stack(start.velocity.weights), \dl_mat(start.velocity.biases)),
      @     \dl_funs(sigma), \dl_val(kappa), loss, \dl_stack(x), \dl_stack(y), \dl_vals(rates),
      @     \dl_val(momentum), \dl_val(decay), x.length))));
      @ ensures \dl_isStack(\result.velocity.weights, \old(\dl_stVW(\dl_trained(\dl_sta(\dl_stack(start.parameters.weights), \dl_mat(start.parameters.biases),
      @     \dl_stack(start.velocity.weights), \dl_mat(start.velocity.biases)),
      @     \dl_funs(sigma), \dl_val(kappa), loss, \dl_stack(x), \dl_stack(y), \dl_vals(rates),
      @     \dl_val(momentum), \dl_val(decay), x.length))));
      @ ensures \dl_isMat(\result.velocity.biases, \old(\dl_stVB(\dl_trained(\dl_sta(\dl_stack(start.parameters.weights), \dl_mat(start.parameters.biases),
      @     \dl_stack(start.velocity.weights), \dl_mat(start.velocity.biases)),
      @     \dl_funs(sigma), \dl_val(kappa), loss, \dl_stack(x), \dl_stack(y), \dl_vals(rates),
      @     \dl_val(momentum), \dl_val(decay), x.length))));
      @ ensures \dl_network(\dl_stack(\result.parameters.weights), \dl_mat(\result.parameters.biases))
      @     && \dl_inputs(\dl_stack(\result.parameters.weights)) == \old(\dl_inputs(\dl_stack(start.parameters.weights)))
      @     && \result.parameters.weights.length == \old(start.parameters.weights.length);
      @ ensures \dl_sameStackShape(\dl_stack(\result.velocity.weights), \dl_stack(\result.parameters.weights))
      @     && \dl_sameShape(\dl_mat(\result.velocity.biases), \dl_mat(\result.parameters.biases));
      @ assignable \nothing;
      @*/
    public static State train(State start, ActivationFunction[] sigma, BigFraction kappa, LossDerivative loss,
                              BigFraction[][][] x, BigFraction[][][] y, BigFraction[] rates,
                              BigFraction momentum, BigFraction decay) {
        State s = copy(start);
        /*@ loop_invariant 0 <= t && t <= x.length && \fresh(s) && s != null;
          @ loop_invariant \fresh(s.parameters) && \fresh(s.velocity) && s.parameters != null && s.velocity != null;
          @ loop_invariant \dl_isStack(s.parameters.weights, \old(\dl_stW(\dl_trained(\dl_sta(\dl_stack(start.parameters.weights), \dl_mat(start.parameters.biases),
          @     \dl_stack(start.velocity.weights), \dl_mat(start.velocity.biases)),
          @     \dl_funs(sigma), \dl_val(kappa), loss, \dl_stack(x), \dl_stack(y), \dl_vals(rates),
          @     \dl_val(momentum), \dl_val(decay), t))));
          @ loop_invariant \dl_isMat(s.parameters.biases, \old(\dl_stB(\dl_trained(\dl_sta(\dl_stack(start.parameters.weights), \dl_mat(start.parameters.biases),
          @     \dl_stack(start.velocity.weights), \dl_mat(start.velocity.biases)),
          @     \dl_funs(sigma), \dl_val(kappa), loss, \dl_stack(x), \dl_stack(y), \dl_vals(rates),
          @     \dl_val(momentum), \dl_val(decay), t))));
          @ loop_invariant \dl_isStack(s.velocity.weights, \old(\dl_stVW(\dl_trained(\dl_sta(\dl_stack(start.parameters.weights), \dl_mat(start.parameters.biases),
          @     \dl_stack(start.velocity.weights), \dl_mat(start.velocity.biases)),
          @     \dl_funs(sigma), \dl_val(kappa), loss, \dl_stack(x), \dl_stack(y), \dl_vals(rates),
          @     \dl_val(momentum), \dl_val(decay), t))));
          @ loop_invariant \dl_isMat(s.velocity.biases, \old(\dl_stVB(\dl_trained(\dl_sta(\dl_stack(start.parameters.weights), \dl_mat(start.parameters.biases),
          @     \dl_stack(start.velocity.weights), \dl_mat(start.velocity.biases)),
          @     \dl_funs(sigma), \dl_val(kappa), loss, \dl_stack(x), \dl_stack(y), \dl_vals(rates),
          @     \dl_val(momentum), \dl_val(decay), t))));
          @ loop_invariant \dl_network(\dl_stack(s.parameters.weights), \dl_mat(s.parameters.biases))
          @     && \dl_inputs(\dl_stack(s.parameters.weights)) == \old(\dl_inputs(\dl_stack(start.parameters.weights)))
          @     && s.parameters.weights.length == \old(start.parameters.weights.length);
          @ loop_invariant \dl_sameStackShape(\dl_stack(s.velocity.weights), \dl_stack(s.parameters.weights))
          @     && \dl_sameShape(\dl_mat(s.velocity.biases), \dl_mat(s.parameters.biases));
          @ assignable \nothing;
          @ decreases x.length - t;
          @*/
        for (int t = 0; t < x.length; t++) {
            s = step(s, sigma, kappa, loss, x[t], y[t], rates[t], momentum, decay);
        }
        return s;
    }
}
