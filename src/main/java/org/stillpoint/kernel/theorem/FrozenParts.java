package org.stillpoint.kernel.theorem;

import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Schedule;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * Parts of a network that training never changes: for any number of steps, any batches, targets, loss derivative, rates and
 * momentum, without weight decay, from a velocity that is zero in that part.
 *
 * <p>Each method runs the shipped code and returns what it returned; its contract is the theorem.
 */
public final /*@ nullable_by_default @*/ class FrozenParts {

    private FrozenParts() {
    }

    /**
     * PART-9: column k of the first layer, if feature k is zero in every training input.
     *
     * @claim PART-9 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, rule) && \dl_isSchedule(schedule, start);
      @ requires \dl_hasNoDecay(rule) && \dl_isZeroFeature(schedule, k) && \dl_hasZeroVelocityInColumn(start, k);
      @ ensures \dl_hasFrozenColumn(\result, start, k);
      @ assignable \nothing;
      @*/
    public static State columnOfAZeroFeatureNeverChanges(State start, LearningRule rule, Schedule schedule, int k) {
        return Sgd.train(start, rule, schedule);
    }

    /**
     * A unit j of the first hidden layer, if the slope of its activation is zero on every training input.
     *
     * @claim PART-8 establishes remark
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, rule) && \dl_isSchedule(schedule, start);
      @ requires \dl_hasNoDecay(rule) && \dl_hasRestingUnit(start, j) && \dl_hasNoSlopeOn(start, rule, schedule, j);
      @ ensures \dl_hasFrozenUnit(\result, start, j);
      @ assignable \nothing;
      @*/
    public static State unitWithoutSlopeNeverChanges(State start, LearningRule rule, Schedule schedule, int j) {
        return Sgd.train(start, rule, schedule);
    }

    /**
     * PART-8: a unit j of the first hidden layer, flat below zero as ReLU is, if its pre-activation is negative on every training
     * input; and so it stays.
     *
     * @claim PART-8 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, rule) && \dl_isSchedule(schedule, start);
      @ requires \dl_hasNoDecay(rule) && \dl_hasRestingUnit(start, j) && \dl_isFlatBelowZero(rule);
      @ requires \dl_isNegativeOn(start, \dl_samplesOf(schedule), j);
      @ ensures \dl_hasFrozenUnit(\result, start, j) && \dl_isNegativeOn(\result, \old(\dl_samplesOf(schedule)), j);
      @ assignable \nothing;
      @*/
    public static State deadUnitNeverChanges(State start, LearningRule rule, Schedule schedule, int j) {
        return Sgd.train(start, rule, schedule);
    }
}
