package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Schedule;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * A chain: layers of one unit and one input each, without biases, with the identity for activation. If its weights are all equal,
 * and so is their velocity, they stay equal, for any depth, batches, rates, loss derivative, momentum and decay; and the output
 * of a chain with an even number of equal weights never has the sign that its input has not.
 *
 * <p>Each method runs the shipped code and returns what it returned; its contract is the theorem.
 */
public final /*@ nullable_by_default @*/ class Chain {

    private Chain() {
    }

    /**
     * CHAIN-1: the weights of a chain that are equal stay equal.
     *
     * @claim CHAIN-1 refutes case
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, rule) && \dl_isSchedule(schedule, start);
      @ requires \dl_isChainOfEqualWeights(start) && \dl_areLikeIdentities(rule);
      @ ensures \dl_isChainOfEqualWeights(\result);
      @ assignable \nothing;
      @*/
    public static State weightsStayEqual(State start, LearningRule rule, Schedule schedule) {
        return Sgd.train(start, rule, schedule);
    }

    /**
     * The output of a chain of equal weights is the weight to the power of the depth, times the input.
     *
     * @claim CHAIN-1 establishes remark
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(s, rule) && \dl_isInputAt(x, s);
      @ requires \dl_isChainOfEqualWeights(s) && \dl_areLikeIdentities(rule);
      @ ensures \dl_fullVec(\result) && \result.length == 1 && \dl_isPowerTimesInput(\result, s, x);
      @ assignable \nothing;
      @*/
    public static BigFraction[] outputIsThePowerTimesTheInput(State s, LearningRule rule, BigFraction[] x) {
        return Backpropagation.output(Backpropagation.preactivations(s.parameters, rule.activations, x));
    }

    /**
     * CHAIN-1: after any number of steps the output of a chain with an even number of equal weights has not the opposite sign of
     * its input.
     *
     * @claim CHAIN-1 refutes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, rule) && \dl_isSchedule(schedule, start) && \dl_isInputAt(x, start);
      @ requires \dl_isChainOfEqualWeights(start) && \dl_areLikeIdentities(rule) && \dl_hasTwiceTheDepth(start, half);
      @ ensures \dl_fullVec(\result) && \result.length == 1 && \dl_isNotOpposite(\result, x);
      @ assignable \nothing;
      @*/
    public static BigFraction[] trainedOutputIsNeverOpposite(State start, LearningRule rule, Schedule schedule, BigFraction[] x,
                                                             int half) {
        return outputIsThePowerTimesTheInput(Sgd.train(start, rule, schedule), rule, x);
    }
}
