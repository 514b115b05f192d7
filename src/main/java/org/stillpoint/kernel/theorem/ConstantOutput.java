package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.Classification;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Schedule;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * A network whose output weights are zero gives every input the same output, its output bias (or zero without one). With one
 * output it is then right on half of a balanced data set, or on none if its output has no label. Zero weights are such a network;
 * they stay one if hidden biases and velocity are zero too and the activations are zero at zero.
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
      @ requires \dl_isTrainable(s, rule) && \dl_isInputAt(x, s) && \dl_hasConstantOutput(s);
      @ ensures \dl_isVec(\result, \old(\dl_outputBiasOf(s)));
      @ assignable \nothing;
      @*/
    public static BigFraction[] outputIsTheBias(State s, LearningRule rule, BigFraction[] x) {
        return Backpropagation.output(Backpropagation.preactivations(s.parameters, rule.activations, x));
    }

    /**
     * ZERO-4: after any number of steps from zero the output is the output bias then reached, for every input.
     *
     * @claim ZERO-4 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, rule) && \dl_isSchedule(schedule, start);
      @ requires \dl_hasHiddenLayer(start) && \dl_isZeroAtZero(rule) && \dl_isZeroBelowTheOutputBias(start);
      @ requires \dl_isInputAt(unseen, start);
      @ ensures \dl_isVec(\result, \old(\dl_outputBiasAfter(start, rule, schedule)));
      @ assignable \nothing;
      @*/
    public static BigFraction[] trainedOutputIsTheBias(State start, LearningRule rule, Schedule schedule, BigFraction[] unseen) {
        return outputIsTheBias(Sgd.train(start, rule, schedule), rule, unseen);
    }

    /**
     * ZERO-5 without training: as many samples right as wrong, or none right if the output has no label.
     *
     * @claim ZERO-5 establishes remark
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(s, rule) && \dl_hasConstantOutput(s) && \dl_hasOneOutput(s);
      @ requires \dl_isTestSetAt(x, y, s) && \dl_isBalancedLabelling(y);
      @ requires labelOfZero == -1 || labelOfZero == 0 || labelOfZero == 1;
      @ ensures \dl_halfRight(\result, \old(\dl_labelOfOutputBias(s, labelOfZero)), x.length);
      @ assignable \nothing;
      @*/
    public static int halfIsRight(State s, LearningRule rule, BigFraction[][] x, BigFraction[][] y, int labelOfZero) {
        return Classification.countRight(s.parameters, rule.activations, x, y, labelOfZero);
    }

    /**
     * ZERO-5: after any number of steps from zero, on any balanced data set.
     *
     * @claim Q-2 refutes all
     * @claim Q-C refutes all
     * @claim ZERO-5 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, rule) && \dl_isSchedule(schedule, start);
      @ requires \dl_hasHiddenLayer(start) && \dl_isZeroAtZero(rule) && \dl_isZeroBelowTheOutputBias(start);
      @ requires \dl_hasOneOutput(start) && \dl_isTestSetAt(inputs, labels, start) && \dl_isBalancedLabelling(labels);
      @ requires labelOfZero == -1 || labelOfZero == 0 || labelOfZero == 1;
      @ ensures \dl_halfRight(\result, \old(\dl_labelOfOutputBiasAfter(start, rule, schedule, labelOfZero)), inputs.length);
      @ assignable \nothing;
      @*/
    public static int trainedHalfIsRight(State start, LearningRule rule, Schedule schedule, BigFraction[][] inputs,
                                         BigFraction[][] labels, int labelOfZero) {
        return halfIsRight(Sgd.train(start, rule, schedule), rule, inputs, labels, labelOfZero);
    }
}
