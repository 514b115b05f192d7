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
 * What backpropagation does to twins: two units i, j of hidden layer l with equal incoming row, bias and outgoing column;
 * in a network of any depth, for every data set, loss derivative, activation and kappa. No law of arithmetic is used.
 *
 * <p>Each method runs the shipped code and returns what it returned; its contract is the theorem.
 */
public final /*@ nullable_by_default @*/ class Symmetry {

    private Symmetry() {
    }

    /**
     * SYM-1: twins have equal gradients.
     *
     * @claim SYM-1 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isInput(x, p) && \dl_isOutput(g, p) && kappa != null;
      @ requires \dl_areTwins(p, l, i, j);
      @ ensures \dl_areTwins(\result, l, i, j);
      @ assignable \nothing;
      @*/
    public static Parameters twinsHaveEqualGradients(Parameters p, ActivationFunction[] sigma, BigFraction kappa,
                                                     BigFraction[] x, BigFraction[] g, int l, int i, int j) {
        BigFraction[][] z = Backpropagation.preactivations(p, sigma, x);
        return Backpropagation.gradient(p, sigma, kappa, x, z, g);
    }

    /**
     * SYM-2 for one step.
     *
     * @claim SYM-2 establishes case
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(s, rule) && \dl_isBatchAt(x, y, s) && rate != null;
      @ requires \dl_areTwinsAt(s, l, i, j);
      @ ensures \dl_areTwinsAt(\result, l, i, j);
      @ assignable \nothing;
      @*/
    public static State twinsStayTwinsForOneStep(State s, LearningRule rule, BigFraction[][] x, BigFraction[][] y,
                                                 BigFraction rate, int l, int i, int j) {
        return Sgd.step(s, rule, x, y, rate);
    }

    /**
     * SYM-2: after any number of steps, with any batches and rates, momentum and decay.
     *
     * @claim PART-5 refutes units whose weights are equal too
     * @claim SYM-11 refutes all
     * @claim SYM-2 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, rule) && \dl_isSchedule(schedule, start);
      @ requires \dl_areTwinsAt(start, l, i, j);
      @ ensures \dl_areTwinsAt(\result, l, i, j);
      @ assignable \nothing;
      @*/
    public static State twinsStayTwins(State start, LearningRule rule, Schedule schedule, int l, int i, int j) {
        return Sgd.train(start, rule, schedule);
    }
}
