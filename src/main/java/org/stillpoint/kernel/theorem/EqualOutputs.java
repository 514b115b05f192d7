package org.stillpoint.kernel.theorem;

import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Schedule;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * Outputs i, j whose rows in the last layer are equal, with their biases and the velocity of both, and whose targets agree on all
 * samples; under a loss that treats them alike, as all losses do that do not number the outputs, softmax with cross-entropy
 * among them. For every depth from one layer on. No law of arithmetic is used.
 */
public final /*@ nullable_by_default @*/ class EqualOutputs {

    private EqualOutputs() {
    }

    /**
     * HEAD-3: they stay equal after any number of steps, with any batches of such targets, rates, momentum and decay.
     *
     * @claim HEAD-3 establishes remark
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, rule) && \dl_isSchedule(schedule, start);
      @ requires \dl_treatsOutputsAlike(rule, i, j) && \dl_hasEqualOutputs(start, i, j) && \dl_hasEqualTargets(schedule, i, j);
      @ ensures \dl_hasEqualOutputs(\result, i, j);
      @ assignable \nothing;
      @*/
    public static State equalOutputsStayEqual(State start, LearningRule rule, Schedule schedule, int i, int j) {
        return Sgd.train(start, rule, schedule);
    }
}
