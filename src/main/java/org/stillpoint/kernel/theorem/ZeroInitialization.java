package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * What backpropagation does at all-zero weights, for every depth from one hidden layer on, every width, every data set,
 * every loss derivative, every value kappa at the kink, and hidden activations with sigma(0) = 0. The output bias is free.
 *
 * <p>Each method runs the shipped code and returns what it returned; its contract is the theorem.
 */
public final /*@ nullable_by_default @*/ class ZeroInitialization {

    private ZeroInitialization() {
    }

    /** ZERO-1, and ZERO-6, ZERO-7 for the gradient: all gradients vanish but that of the output bias, which is g. */
    /*@ public normal_behavior
      @ requires p != null && \dl_fullStack(p.weights) && \dl_fullMat(p.biases);
      @ requires \dl_network(\dl_stack(p.weights), \dl_mat(p.biases)) && x.length == \dl_inputs(\dl_stack(p.weights));
      @ requires \dl_fullFuns(sigma) && sigma.length == p.weights.length - 1 && kappa != null && \dl_fullVec(x);
      @ requires \dl_fullVec(g) && g.length == p.weights[p.weights.length - 1].length;
      @ requires p.weights.length >= 2 && \dl_zeroAtZero(\dl_funs(sigma), p.weights.length - 1);
      @ requires \dl_zeroStack(\dl_stack(p.weights)) && \dl_zeroRows(\dl_mat(p.biases), p.weights.length - 1);
      @ requires \dl_atDelta(p.weights.length - 1);
      @ ensures \dl_zeroStack(\dl_stack(\result.weights)) && \dl_zeroRows(\dl_mat(\result.biases), p.weights.length - 1);
      @ ensures \dl_row(\dl_mat(\result.biases), p.weights.length - 1)
      @     == \old(\dl_biasGrad(\dl_row(\dl_mat(p.biases), p.weights.length - 1), \dl_vals(g)));
      @ assignable \nothing;
      @*/
    public static Parameters gradientVanishes(Parameters p, ActivationFunction[] sigma, BigFraction kappa,
                                              BigFraction[] x, BigFraction[] g) {
        BigFraction[][] z = Backpropagation.preactivations(p, sigma, x);
        return Backpropagation.gradient(p, sigma, kappa, x, z, g);
    }

    /** ZERO-2, and ZERO-6, ZERO-7, ZERO-12 for momentum and decay: after any number of steps all but the output bias is zero. */
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
      @ requires start.parameters.weights.length >= 2
      @     && \dl_zeroAtZero(\dl_funs(sigma), start.parameters.weights.length - 1);
      @ requires \dl_zeroState(\dl_sta(\dl_stack(start.parameters.weights), \dl_mat(start.parameters.biases),
      @     \dl_stack(start.velocity.weights), \dl_mat(start.velocity.biases)), start.parameters.weights.length);
      @ ensures \dl_zeroState(\dl_sta(\dl_stack(\result.parameters.weights), \dl_mat(\result.parameters.biases),
      @     \dl_stack(\result.velocity.weights), \dl_mat(\result.velocity.biases)), \old(start.parameters.weights.length));
      @ assignable \nothing;
      @*/
    public static State weightsStayZero(State start, ActivationFunction[] sigma, BigFraction kappa,
                                        LossDerivative loss, BigFraction[][][] x, BigFraction[][][] y,
                                        BigFraction[] rates, BigFraction momentum, BigFraction decay) {
        return Sgd.train(start, sigma, kappa, loss, x, y, rates, momentum, decay);
    }

    /** ZERO-3: without an output bias every parameter is zero for ever. */
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
      @ requires start.parameters.weights.length >= 2
      @     && \dl_zeroAtZero(\dl_funs(sigma), start.parameters.weights.length - 1);
      @ requires \dl_zeroState(\dl_sta(\dl_stack(start.parameters.weights), \dl_mat(start.parameters.biases),
      @     \dl_stack(start.velocity.weights), \dl_mat(start.velocity.biases)), start.parameters.weights.length);
      @ requires \dl_noRow(\dl_mat(start.parameters.biases), start.parameters.weights.length - 1);
      @ ensures \dl_zeroState(\dl_sta(\dl_stack(\result.parameters.weights), \dl_mat(\result.parameters.biases),
      @     \dl_stack(\result.velocity.weights), \dl_mat(\result.velocity.biases)), \old(start.parameters.weights.length));
      @ ensures \dl_noRow(\dl_mat(\result.parameters.biases), \old(start.parameters.weights.length) - 1);
      @ assignable \nothing;
      @*/
    public static State nothingChangesWithoutOutputBias(State start, ActivationFunction[] sigma, BigFraction kappa,
                                        LossDerivative loss, BigFraction[][][] x, BigFraction[][][] y,
                                        BigFraction[] rates, BigFraction momentum, BigFraction decay) {
        return Sgd.train(start, sigma, kappa, loss, x, y, rates, momentum, decay);
    }
}
