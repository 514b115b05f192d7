package org.stillpoint.kernel.theorem;

import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Schedule;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * A hidden layer l, of any depth, that is dead on the data: every pre-activation of it is negative at every training input, and
 * its activation is zero and flat below zero, as ReLU is. For any number of steps, any batches, targets, loss derivative, rates,
 * momentum and kappa, without weight decay, from a velocity that is zero up to the layer and in the weights above it.
 *
 * <p>Each method runs the shipped code and returns what it returned; its contract is the theorem.
 */
public final /*@ nullable_by_default @*/ class DeadLayer {

    private DeadLayer() {
    }

    /**
     * DEAD-1: the layers up to l and the weights of the layer above never change, and the layer stays dead.
     *
     * @claim DEAD-1 establishes nothing up to it moves
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, rule) && \dl_isSchedule(schedule, start);
      @ requires \dl_hasNoDecay(rule) && \dl_hasRestingLayers(start, l) && \dl_isDeadBelowZero(rule, l);
      @ requires \dl_isDeadOn(start, \dl_activationsOf(rule), \dl_samplesOf(schedule), l);
      @ ensures \dl_hasFrozenLayers(\result, start, l);
      @ ensures \dl_isDeadOn(\result, \old(\dl_activationsOf(rule)), \old(\dl_samplesOf(schedule)), l);
      @ assignable \nothing;
      @*/
    public static State layersUpToADeadOneNeverChange(State start, LearningRule rule, Schedule schedule, int l) {
        return Sgd.train(start, rule, schedule);
    }

    /**
     * DEAD-1: the output is the same at every training input.
     *
     * @claim DEAD-1 establishes the function is constant on the data
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, rule) && \dl_isSchedule(schedule, start);
      @ requires \dl_hasNoDecay(rule) && \dl_hasRestingLayers(start, l) && \dl_isDeadBelowZero(rule, l);
      @ requires \dl_isDeadOn(start, \dl_activationsOf(rule), \dl_samplesOf(schedule), l);
      @ ensures \dl_isConstantOn(\result, \old(\dl_activationsOf(rule)), \old(\dl_samplesOf(schedule)));
      @ assignable \nothing;
      @*/
    public static State outputStaysConstantOnTheData(State start, LearningRule rule, Schedule schedule, int l) {
        return layersUpToADeadOneNeverChange(start, rule, schedule, l);
    }
}
