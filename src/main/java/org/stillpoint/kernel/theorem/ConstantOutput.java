package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.Classification;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * A network whose output weights are zero gives every input the same output, its output bias (or zero without one). With one output it is
 * then right on half of a balanced data set, or on none if its output has no label. Zero weights are such a network; they stay one if hidden
 * biases and velocity are zero too and the activations are zero at zero.
 *
 * <p>Each method runs the shipped code and returns what it returned; its contract is the theorem.
 */
public final /*@ nullable_by_default @*/ class ConstantOutput {

    private ConstantOutput() {
    }

    /**
     * ZERO-4 without training: the output is the output bias, for every input.
     *
     * @claim ZERO-4 establishes remark
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(s, sigma) && \dl_isInput(x, \dl_stW(\dl_state(s))) && \dl_constantOutput(\dl_stW(\dl_state(s)));
      @ ensures \dl_isVec(\result, \old(\dl_constant(\dl_stW(\dl_state(s)), \dl_stB(\dl_state(s)))));
      @ assignable \nothing;
      @*/
    public static BigFraction[] outputIsTheBias(State s, ActivationFunction[] sigma, BigFraction[] x) {
        return Backpropagation.output(Backpropagation.preactivations(s.parameters, sigma, x));
    }

    /**
     * ZERO-4: after any number of steps from zero the output is the output bias then reached, for every input.
     *
     * @claim ZERO-4 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, sigma) && \dl_isSchedule(x, y, rates, \dl_stW(\dl_state(start)));
      @ requires kappa != null && loss != null && momentum != null && decay != null;
      @ requires \dl_depth(\dl_stW(\dl_state(start))) >= 2 && \dl_zeroAtZero(\dl_funs(sigma), \dl_depth(\dl_stW(\dl_state(start))) - 1);
      @ requires \dl_zeroState(\dl_state(start), \dl_depth(\dl_stW(\dl_state(start))));
      @ requires \dl_isInput(unseen, \dl_stW(\dl_state(start)));
      @ ensures \dl_isVec(\result, \old(\dl_constant(
      @     \dl_stW(\dl_trained(\dl_state(start), \dl_funs(sigma), \dl_val(kappa), loss, \dl_stack(x), \dl_stack(y), \dl_vals(rates),
      @         \dl_val(momentum), \dl_val(decay), x.length)),
      @     \dl_stB(\dl_trained(\dl_state(start), \dl_funs(sigma), \dl_val(kappa), loss, \dl_stack(x), \dl_stack(y), \dl_vals(rates),
      @         \dl_val(momentum), \dl_val(decay), x.length)))));
      @ assignable \nothing;
      @*/
    public static BigFraction[] trainedOutputIsTheBias(State start, ActivationFunction[] sigma, BigFraction kappa,
                                                       LossDerivative loss, BigFraction[][][] x, BigFraction[][][] y,
                                                       BigFraction[] rates, BigFraction momentum, BigFraction decay,
                                                       BigFraction[] unseen) {
        return outputIsTheBias(Sgd.train(start, sigma, kappa, loss, x, y, rates, momentum, decay), sigma, unseen);
    }

    /**
     * ZERO-5 without training: as many samples right as wrong, or none right if the output has no label.
     *
     * @claim ZERO-5 establishes remark
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(s, sigma) && \dl_constantOutput(\dl_stW(\dl_state(s))) && \dl_oneOutput(\dl_stW(\dl_state(s)));
      @ requires \dl_fullMat(x) && \dl_fullMat(y) && x.length == y.length && \dl_hasColumns(\dl_mat(x), \dl_inputs(\dl_stW(\dl_state(s))));
      @ requires \dl_hasColumns(\dl_mat(y), 1) && \dl_balancedSigns(\dl_mat(y)) && (labelOfZero == -1 || labelOfZero == 0 || labelOfZero == 1);
      @ ensures \dl_halfRight(\result, \old(\dl_constantLabel(\dl_stW(\dl_state(s)), \dl_stB(\dl_state(s)), labelOfZero)), x.length);
      @ assignable \nothing;
      @*/
    public static int halfIsRight(State s, ActivationFunction[] sigma, BigFraction[][] x, BigFraction[][] y, int labelOfZero) {
        return Classification.countRight(s.parameters, sigma, x, y, labelOfZero);
    }

    /**
     * ZERO-5: after any number of steps from zero, on any balanced data set.
     *
     * @claim Q-2 refutes all
     * @claim Q-C refutes all
     * @claim ZERO-5 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, sigma) && \dl_isSchedule(x, y, rates, \dl_stW(\dl_state(start)));
      @ requires kappa != null && loss != null && momentum != null && decay != null;
      @ requires \dl_depth(\dl_stW(\dl_state(start))) >= 2 && \dl_zeroAtZero(\dl_funs(sigma), \dl_depth(\dl_stW(\dl_state(start))) - 1);
      @ requires \dl_zeroState(\dl_state(start), \dl_depth(\dl_stW(\dl_state(start))));
      @ requires \dl_oneOutput(\dl_stW(\dl_state(start))) && \dl_fullMat(inputs) && \dl_fullMat(labels) && inputs.length == labels.length;
      @ requires \dl_hasColumns(\dl_mat(inputs), \dl_inputs(\dl_stW(\dl_state(start))));
      @ requires \dl_hasColumns(\dl_mat(labels), 1) && \dl_balancedSigns(\dl_mat(labels));
      @ requires labelOfZero == -1 || labelOfZero == 0 || labelOfZero == 1;
      @ ensures \dl_halfRight(\result, \old(\dl_constantLabel(
      @     \dl_stW(\dl_trained(\dl_state(start), \dl_funs(sigma), \dl_val(kappa), loss, \dl_stack(x), \dl_stack(y), \dl_vals(rates),
      @         \dl_val(momentum), \dl_val(decay), x.length)),
      @     \dl_stB(\dl_trained(\dl_state(start), \dl_funs(sigma), \dl_val(kappa), loss, \dl_stack(x), \dl_stack(y), \dl_vals(rates),
      @         \dl_val(momentum), \dl_val(decay), x.length)), labelOfZero)), inputs.length);
      @ assignable \nothing;
      @*/
    public static int trainedHalfIsRight(State start, ActivationFunction[] sigma, BigFraction kappa,
                                         LossDerivative loss, BigFraction[][][] x, BigFraction[][][] y,
                                         BigFraction[] rates, BigFraction momentum, BigFraction decay,
                                         BigFraction[][] inputs, BigFraction[][] labels, int labelOfZero) {
        return halfIsRight(Sgd.train(start, sigma, kappa, loss, x, y, rates, momentum, decay), sigma, inputs, labels, labelOfZero);
    }
}
