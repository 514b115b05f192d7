package org.stillpoint.kernel.theorem;

import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Schedule;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * A loss whose derivative is zero wherever the training looks, so that nothing ever moves: for every depth from one layer on,
 * every width, activation, kappa, rate and momentum. An activation on the output is a part of the loss here: softmax over one
 * unit makes each loss flat.
 *
 * <p>Each method runs the shipped code and returns what it returned; its contract is the theorem.
 */
public final /*@ nullable_by_default @*/ class FlatLoss {

    private FlatLoss() {
    }

    /**
     * HEAD-2: if the derivative of the loss is zero at the outputs of the start, on every sample, nothing ever moves.
     *
     * @claim HEAD-2 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, rule) && \dl_isSchedule(schedule, start);
      @ requires \dl_hasNoDecay(rule) && \dl_isStillAt(start, start) && \dl_hasFlatLossOn(start, rule, schedule);
      @ ensures \dl_isStillAt(\result, start);
      @ assignable \nothing;
      @*/
    public static State nothingMoves(State start, LearningRule rule, Schedule schedule) {
        return Sgd.train(start, rule, schedule);
    }

    /**
     * RATE-2: if the derivative of the loss is zero at output zero, nothing moves away from zero, with decay or without.
     *
     * @claim RATE-2 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, rule) && \dl_isSchedule(schedule, start);
      @ requires \dl_isAllZero(start) && \dl_isFlatAtOutputZero(rule, schedule, start);
      @ ensures \dl_isStillAt(\result, start);
      @ assignable \nothing;
      @*/
    public static State nothingLeavesZero(State start, LearningRule rule, Schedule schedule) {
        return Sgd.train(start, rule, schedule);
    }
}
