package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * What backpropagation does at zero weights and hidden biases, and descent if the velocity is zero too, for every depth from one
 * hidden layer on, every width, every data set, every loss derivative, every value kappa at the kink, and hidden activations with
 * sigma(0) = 0. The output bias is free.
 *
 * <p>Each method runs the shipped code and returns what it returned; its contract is the theorem.
 */
public final /*@ nullable_by_default @*/ class ZeroInitialization {

    private ZeroInitialization() {
    }

    /**
     * ZERO-1, and ZERO-6, ZERO-7 for the gradient: all gradients vanish but that of the output bias, which is g.
     *
     * @claim Q-1 refutes all
     * @claim ZERO-1 establishes all
     * @claim ZERO-6 establishes remark
     * @claim ZERO-7 establishes remark
     */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isInput(x, \dl_weights(p)) && \dl_isOutput(g, \dl_weights(p)) && kappa != null;
      @ requires \dl_depth(\dl_weights(p)) >= 2 && \dl_zeroAtZero(\dl_funs(sigma), \dl_depth(\dl_weights(p)) - 1);
      @ requires \dl_zeroStack(\dl_weights(p)) && \dl_zeroRows(\dl_biases(p), \dl_depth(\dl_weights(p)) - 1);
      @ ensures \dl_zeroStack(\dl_weights(\result)) && \dl_zeroRows(\dl_biases(\result), \dl_depth(\dl_weights(p)) - 1);
      @ ensures \dl_row(\dl_biases(\result), \dl_depth(\dl_weights(p)) - 1)
      @     == \old(\dl_biasGrad(\dl_row(\dl_biases(p), \dl_depth(\dl_weights(p)) - 1), \dl_vals(g)));
      @ assignable \nothing;
      @*/
    public static Parameters gradientVanishes(Parameters p, ActivationFunction[] sigma, BigFraction kappa,
                                              BigFraction[] x, BigFraction[] g) {
        BigFraction[][] z = Backpropagation.preactivations(p, sigma, x);
        return Backpropagation.gradient(p, sigma, kappa, x, z, g);
    }

    /**
     * ZERO-2, and ZERO-6, ZERO-7, ZERO-12 for momentum and decay: after any number of steps all but the output bias is zero.
     *
     * @claim PART-5 refutes weights that are zero too
     * @claim Q-2 establishes remark
     * @claim Q-B establishes all
     * @claim Q-C establishes remark
     * @claim Q-D refutes the weights are changed
     * @claim ZERO-12 establishes all
     * @claim ZERO-2 establishes all
     * @claim ZERO-6 establishes all
     * @claim ZERO-7 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, sigma) && \dl_isSchedule(x, y, rates, \dl_stW(\dl_state(start)));
      @ requires kappa != null && loss != null && momentum != null && decay != null;
      @ requires \dl_depth(\dl_stW(\dl_state(start))) >= 2 && \dl_zeroAtZero(\dl_funs(sigma), \dl_depth(\dl_stW(\dl_state(start))) - 1);
      @ requires \dl_zeroState(\dl_state(start), \dl_depth(\dl_stW(\dl_state(start))));
      @ ensures \dl_zeroState(\dl_state(\result), \old(\dl_depth(\dl_stW(\dl_state(start)))));
      @ assignable \nothing;
      @*/
    public static State weightsStayZero(State start, ActivationFunction[] sigma, BigFraction kappa,
                                        LossDerivative loss, BigFraction[][][] x, BigFraction[][][] y,
                                        BigFraction[] rates, BigFraction momentum, BigFraction decay) {
        return Sgd.train(start, sigma, kappa, loss, x, y, rates, momentum, decay);
    }

    /**
     * ZERO-3: without an output bias every parameter is zero for ever.
     *
     * @claim Q-B establishes remark
     * @claim ZERO-10 establishes no output bias
     * @claim ZERO-3 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, sigma) && \dl_isSchedule(x, y, rates, \dl_stW(\dl_state(start)));
      @ requires kappa != null && loss != null && momentum != null && decay != null;
      @ requires \dl_depth(\dl_stW(\dl_state(start))) >= 2 && \dl_zeroAtZero(\dl_funs(sigma), \dl_depth(\dl_stW(\dl_state(start))) - 1);
      @ requires \dl_zeroState(\dl_state(start), \dl_depth(\dl_stW(\dl_state(start))));
      @ requires \dl_noRow(\dl_stB(\dl_state(start)), \dl_depth(\dl_stW(\dl_state(start))) - 1);
      @ ensures \dl_zeroState(\dl_state(\result), \old(\dl_depth(\dl_stW(\dl_state(start)))));
      @ ensures \dl_noRow(\dl_stB(\dl_state(\result)), \old(\dl_depth(\dl_stW(\dl_state(start)))) - 1);
      @ assignable \nothing;
      @*/
    public static State nothingChangesWithoutOutputBias(State start, ActivationFunction[] sigma, BigFraction kappa,
                                        LossDerivative loss, BigFraction[][][] x, BigFraction[][][] y,
                                        BigFraction[] rates, BigFraction momentum, BigFraction decay) {
        return Sgd.train(start, sigma, kappa, loss, x, y, rates, momentum, decay);
    }
}
