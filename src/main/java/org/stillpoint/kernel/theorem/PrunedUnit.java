package org.stillpoint.kernel.theorem;

import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Schedule;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * A hidden unit that was pruned: its incoming weights, its bias and its outgoing weights are zero.
 *
 * <p>The method runs the shipped code and returns what it returned; its contract is the theorem.
 */
public final /*@ nullable_by_default @*/ class PrunedUnit {

    private PrunedUnit() {
    }

    /**
     * UNIT-0: unit j of hidden layer l, if its activation is 0 at 0, stays zero for any number of steps, any batches, targets,
     * loss derivative, rates, momentum, decay and kappa, whatever the rest of the network does.
     *
     * @claim UNIT-0 refutes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, rule) && \dl_isSchedule(schedule, start);
      @ requires \dl_hasPrunedUnit(start, l, j) && \dl_isZeroAtZeroIn(rule, l);
      @ ensures \dl_hasPrunedUnit(\result, l, j);
      @ assignable \nothing;
      @*/
    public static State prunedUnitNeverGrowsBack(State start, LearningRule rule, Schedule schedule, int l, int j) {
        return Sgd.train(start, rule, schedule);
    }
}
