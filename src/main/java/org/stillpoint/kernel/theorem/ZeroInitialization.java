package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Schedule;
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
      @ requires \dl_isNetwork(p, sigma) && \dl_isInput(x, p) && \dl_isOutput(g, p) && kappa != null;
      @ requires \dl_depth(\dl_weights(p)) >= 2 && \dl_areZeroAtZero(sigma);
      @ requires \dl_isZeroBelowLayer(p, \dl_depth(\dl_weights(p)) - 1);
      @ ensures \dl_isZeroBelowLayer(\result, \dl_depth(\dl_weights(p)) - 1) && \dl_hasOutputBiasGradient(\result, p, g);
      @ assignable \nothing;
      @*/
    public static Parameters gradientVanishes(Parameters p, ActivationFunction[] sigma, BigFraction kappa, BigFraction[] x,
                                              BigFraction[] g) {
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
      @ requires \dl_isTrainable(start, rule) && \dl_isSchedule(schedule, start);
      @ requires \dl_hasHiddenLayer(start) && \dl_isZeroAtZero(rule) && \dl_isZeroBelowTheOutputBias(start);
      @ ensures \dl_isZeroBelowTheOutputBias(\result) && \dl_hasTheShapesOf(\result, start);
      @ assignable \nothing;
      @*/
    public static State weightsStayZero(State start, LearningRule rule, Schedule schedule) {
        return Sgd.train(start, rule, schedule);
    }

    /**
     * ZERO-3: without an output bias every parameter is zero for ever.
     *
     * @claim Q-B establishes remark
     * @claim ZERO-10 establishes no output bias
     * @claim ZERO-3 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, rule) && \dl_isSchedule(schedule, start);
      @ requires \dl_hasHiddenLayer(start) && \dl_isZeroAtZero(rule) && \dl_isZeroBelowTheOutputBias(start);
      @ requires \dl_hasNoOutputBias(start);
      @ ensures \dl_isZeroBelowTheOutputBias(\result) && \dl_hasNoOutputBias(\result) && \dl_hasTheShapesOf(\result, start);
      @ assignable \nothing;
      @*/
    public static State nothingChangesWithoutOutputBias(State start, LearningRule rule, Schedule schedule) {
        return Sgd.train(start, rule, schedule);
    }
}
