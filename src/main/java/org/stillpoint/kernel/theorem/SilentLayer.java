package org.stillpoint.kernel.theorem;

import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Schedule;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * A first layer of zeros under hidden biases of zero, for hidden activations that are zero and have slope zero at zero, as ReLU
 * has if kappa is 0: for any weights above, any depth from one hidden layer on, any batches, targets, loss derivative, rates and
 * momentum, without weight decay, from a velocity that is zero but for the output bias.
 *
 * <p>Each method runs the shipped code and returns what it returned; its contract is the theorem.
 */
public final /*@ nullable_by_default @*/ class SilentLayer {

    private SilentLayer() {
    }

    /**
     * PART-2: every weight and every hidden bias stays what it was.
     *
     * @claim PART-2 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, rule) && \dl_isSchedule(schedule, start);
      @ requires \dl_hasNoDecay(rule) && \dl_isSilent(start) && \dl_isZeroAtZero(rule) && \dl_isFlatAtZero(rule);
      @ ensures \dl_isStillSilent(\result, start);
      @ assignable \nothing;
      @*/
    public static State zeroFirstLayerFreezesTheNetwork(State start, LearningRule rule, Schedule schedule) {
        return Sgd.train(start, rule, schedule);
    }

    /**
     * PART-2 for ReLU, with 0 for its slope at the kink.
     *
     * @claim PART-2 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, rule) && \dl_isSchedule(schedule, start);
      @ requires \dl_hasNoDecay(rule) && \dl_isSilent(start) && \dl_isRelu(rule) && \dl_hasNoSlopeAtTheKink(rule);
      @ ensures \dl_isStillSilent(\result, start);
      @ assignable \nothing;
      @*/
    public static State zeroFirstLayerFreezesAReluNetwork(State start, LearningRule rule, Schedule schedule) {
        return zeroFirstLayerFreezesTheNetwork(start, rule, schedule);
    }
}
