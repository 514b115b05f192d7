package org.stillpoint.kernel.theorem;

import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Schedule;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * The number of distinct units of hidden layer l, in a network of any depth: among its first units, those that have no twin
 * before them. With the width of the layer for {@code units} it is the number of different units of the layer.
 */
public final /*@ nullable_by_default @*/ class DistinctUnits {

    private DistinctUnits() {
    }

    /**
     * SYM-5, for units told apart by their parameters and their velocities: training merges, and never splits.
     *
     * @claim SYM-5 establishes remark
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, rule) && \dl_isSchedule(schedule, start);
      @ requires 0 <= units;
      @ ensures \dl_distinctUnits(\result, l, units) <= \old(\dl_distinctUnits(start, l, units));
      @ assignable \nothing;
      @*/
    public static State neverMoreDistinctUnitsWithTheirVelocities(State start, LearningRule rule, Schedule schedule, int l,
                                                                  int units) {
        return Sgd.train(start, rule, schedule);
    }

    /**
     * SYM-5, without momentum: from any start, so from any step to any later one.
     *
     * @claim SYM-5 establishes without momentum
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, rule) && \dl_isSchedule(schedule, start);
      @ requires 0 <= units && \dl_hasNoMomentum(rule);
      @ ensures \dl_distinctUnitsByParameters(\result, l, units) <= \old(\dl_distinctUnitsByParameters(start, l, units));
      @ assignable \nothing;
      @*/
    public static State withoutMomentumNeverMoreDistinctUnits(State start, LearningRule rule, Schedule schedule, int l,
                                                              int units) {
        return Sgd.train(start, rule, schedule);
    }

    /**
     * SYM-5, with momentum: from velocity zero.
     *
     * @claim SYM-5 establishes with momentum
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, rule) && \dl_isSchedule(schedule, start);
      @ requires 0 <= units && \dl_hasZeroVelocity(start);
      @ ensures \dl_distinctUnitsByParameters(\result, l, units) <= \old(\dl_distinctUnitsByParameters(start, l, units));
      @ assignable \nothing;
      @*/
    public static State neverMoreDistinctUnitsThanAtTheStart(State start, LearningRule rule, Schedule schedule, int l,
                                                             int units) {
        return Sgd.train(start, rule, schedule);
    }
}
