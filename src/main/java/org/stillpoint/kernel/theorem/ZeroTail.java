package org.stillpoint.kernel.theorem;

import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Schedule;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * A tail of zeros: the weights of the last two layers and the bias of the last but one, with an activation between the two that
 * is zero at zero. The layers below are arbitrary, and so are their biases and activations, the depth, the batches, targets, loss
 * derivative, rates and momentum; there is no weight decay, and the velocity is zero but for the output bias.
 *
 * <p>Each method runs the shipped code and returns what it returned; its contract is the theorem.
 */
public final /*@ nullable_by_default @*/ class ZeroTail {

    private ZeroTail() {
    }

    /**
     * BLOCK-1 under any layers, and BLOCK-3 with a second factor of zero: every weight and every hidden bias stays what it was.
     *
     * @claim BLOCK-1 establishes remark
     * @claim BLOCK-3 establishes a second factor of zero
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, rule) && \dl_isSchedule(schedule, start);
      @ requires \dl_hasNoDecay(rule) && \dl_hasZeroTail(start) && \dl_isZeroAtZeroBeforeTheLastLayer(rule);
      @ ensures \dl_hasKeptZeroTail(\result, start);
      @ assignable \nothing;
      @*/
    public static State onlyTheOutputBiasMoves(State start, LearningRule rule, Schedule schedule) {
        return Sgd.train(start, rule, schedule);
    }
}
