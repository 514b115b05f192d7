package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Schedule;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * What batches do to a network at rest, whose weights, output bias and velocity are all zero, if each holds as many samples of
 * the one label as of the other and the loss has opposite derivatives for the two labels where the output is zero, as hinge,
 * squared and logistic loss have: for every depth from one hidden layer on, every width, every activation, whatever its value at
 * zero, every kappa and arbitrary hidden biases.
 *
 * <p>Each method runs the shipped code and returns what it returned; its contract is the theorem.
 */
public final /*@ nullable_by_default @*/ class BalancedBatch {

    private BalancedBatch() {
    }

    /**
     * ZERO-9, and the balanced half of ACT-2: no parameter ever changes, not even the output bias.
     *
     * @param g dl/df at output zero for a positive label; for the other label it is -g
     *
     * @claim ACT-2 refutes full balanced batches
     * @claim PART-6 refutes full balanced batches
     * @claim ZERO-10 establishes full balanced batches
     * @claim ZERO-9 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, rule) && \dl_isSchedule(schedule, start);
      @ requires \dl_isAtRest(start) && \dl_isOutputAt(g, start) && \dl_hasBalancedBatches(schedule, rule, g);
      @ ensures \dl_isAtTheSameRest(\result, start);
      @ assignable \nothing;
      @*/
    public static State nothingMoves(State start, LearningRule rule, Schedule schedule, BigFraction[] g) {
        return Sgd.train(start, rule, schedule);
    }
}
