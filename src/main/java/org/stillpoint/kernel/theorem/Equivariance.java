package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Schedule;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * Renumbering the units of hidden layer l, in a network of any depth, for every data set, loss derivative, activation and kappa:
 * unit k gets the incoming row, bias and outgoing column of unit image(k). The permutation is a list of swaps of neighbours, of
 * which every permutation is made. Of addition only (q + r) + s = (q + s) + r is used.
 */
public final /*@ nullable_by_default @*/ class Equivariance {

    private Equivariance() {
    }

    /**
     * SYM-4: the output of the renumbered network is that of the network.
     *
     * @claim SYM-4 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isNetwork(renumbered, sigma) && \dl_isInput(x, renumbered);
      @ requires swaps != null && \dl_isRenumbered(renumbered, p, l, swaps);
      @ ensures \dl_vals(\result) == \old(\dl_outputOf(p, sigma, x));
      @ assignable \nothing;
      @*/
    public static BigFraction[] renumberedUnitsComputeTheSameFunction(Parameters p, Parameters renumbered,
                                                                      ActivationFunction[] sigma, BigFraction[] x, int l,
                                                                      int[] swaps) {
        return Backpropagation.output(Backpropagation.preactivations(renumbered, sigma, x));
    }

    /**
     * SYM-3 for one step: what it makes of a renumbered state is the renumbering of what it makes of the state.
     *
     * @claim SYM-3 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(s, rule) && \dl_isTrainable(renumbered, rule) && \dl_isBatchAt(x, y, renumbered) && rate != null;
      @ requires swaps != null && \dl_isRenumberedAt(renumbered, s, l, swaps);
      @ ensures \dl_isRenumberingOf(\result, \old(\dl_stateAfterStep(s, rule, x, y, rate)), l, \old(\dl_perm(swaps)));
      @ assignable \nothing;
      @*/
    public static State aStepCommutesWithRenumbering(State s, State renumbered, LearningRule rule, BigFraction[][] x,
                                                     BigFraction[][] y, BigFraction rate, int l, int[] swaps) {
        return Sgd.step(renumbered, rule, x, y, rate);
    }

    /**
     * SYM-3: the same of any number of steps, with any batches and rates, momentum and decay.
     *
     * @claim SYM-3 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, rule) && \dl_isTrainable(renumbered, rule) && \dl_isSchedule(schedule, renumbered);
      @ requires swaps != null && \dl_isRenumberedAt(renumbered, start, l, swaps);
      @ ensures \dl_isRenumberingOf(\result, \old(\dl_stateAfter(start, rule, schedule)), l, \old(\dl_perm(swaps)));
      @ assignable \nothing;
      @*/
    public static State trainingCommutesWithRenumbering(State start, State renumbered, LearningRule rule, Schedule schedule,
                                                        int l, int[] swaps) {
        return Sgd.train(renumbered, rule, schedule);
    }
}
