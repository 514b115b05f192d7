package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Schedule;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * One layer trained twice, once with all rates multiplied by the same factor, with a loss whose derivative does not change if
 * the output is multiplied by it, as that of the perceptron for a positive factor: for any batches, targets, number of outputs
 * and momentum, without weight decay.
 *
 * <p>Each method runs the shipped code and returns what it returned; its contract is the theorem.
 */
public final /*@ nullable_by_default @*/ class ScaledRate {

    private ScaledRate() {
    }

    /**
     * RATE-1: from a start of zeros the factor scales the parameters and does nothing else.
     *
     * @claim RATE-1 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, rule) && \dl_isSchedule(schedule, start) && \dl_isSchedule(scaledSchedule, start);
      @ requires \dl_hasNoDecay(rule) && \dl_isZeroLayer(start) && factor != null;
      @ requires \dl_isUnchangedByScale(rule, factor) && \dl_hasRatesTimes(scaledSchedule, schedule, factor);
      @ ensures \dl_isScaledOf(\result, \old(\dl_stateAfter(start, rule, schedule)), factor);
      @ assignable \nothing;
      @*/
    public static State fromZeroTheRateOnlyScales(State start, LearningRule rule, Schedule schedule, Schedule scaledSchedule,
                                                  BigFraction factor) {
        return Sgd.train(start, rule, scaledSchedule);
    }

    /**
     * The same of two starts, one of which is the other times the factor, with equal velocities.
     *
     * @claim RATE-1 establishes remark
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, rule) && \dl_isTrainable(scaled, rule);
      @ requires \dl_isSchedule(schedule, start) && \dl_isSchedule(scaledSchedule, scaled);
      @ requires \dl_hasNoDecay(rule) && factor != null && \dl_isScaledAt(scaled, start, factor);
      @ requires \dl_isUnchangedByScale(rule, factor) && \dl_hasRatesTimes(scaledSchedule, schedule, factor);
      @ ensures \dl_isScaledOf(\result, \old(\dl_stateAfter(start, rule, schedule)), factor);
      @ assignable \nothing;
      @*/
    public static State scaledStartsStayScaled(State start, State scaled, LearningRule rule, Schedule schedule,
                                               Schedule scaledSchedule, BigFraction factor) {
        return Sgd.train(scaled, rule, scaledSchedule);
    }
}
