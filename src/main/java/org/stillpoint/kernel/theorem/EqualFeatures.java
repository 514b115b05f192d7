package org.stillpoint.kernel.theorem;

import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Schedule;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * Features i, j that agree on all data: their columns of the first weight matrix stay equal, in a network of any depth. What
 * SYM-6 says of rows is SYM-2. No law of arithmetic is used.
 */
public final /*@ nullable_by_default @*/ class EqualFeatures {

    private EqualFeatures() {
    }

    /**
     * SYM-6: after any number of steps, with any batches of such data, rates, momentum and decay.
     *
     * @claim SYM-6 establishes remark
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, rule) && \dl_isSchedule(schedule, start);
      @ requires \dl_hasEqualColumns(start, i, j) && \dl_hasEqualFeatures(schedule, i, j);
      @ ensures \dl_hasEqualColumns(\result, i, j);
      @ assignable \nothing;
      @*/
    public static State columnsOfEqualFeaturesStayEqual(State start, LearningRule rule, Schedule schedule, int i, int j) {
        return Sgd.train(start, rule, schedule);
    }
}
