package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Parameters;
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
      @ requires \dl_isNetwork(p, sigma) && \dl_isInput(x, \dl_weights(p)) && \dl_isOutput(g, \dl_weights(p)) && kappa != null;
      @ requires \dl_twinWeights(\dl_weights(p), l, i, j) && \dl_twinBiases(\dl_biases(p), l, i, j);
      @ ensures \dl_twinWeights(\dl_weights(\result), l, i, j) && \dl_twinBiases(\dl_biases(\result), l, i, j);
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
      @ requires \dl_isTrainable(s, sigma) && \dl_isBatch(x, y, \dl_stW(\dl_state(s)));
      @ requires kappa != null && loss != null && rate != null && momentum != null && decay != null;
      @ requires \dl_twinState(\dl_state(s), l, i, j);
      @ ensures \dl_twinState(\dl_state(\result), l, i, j);
      @ assignable \nothing;
      @*/
    public static State twinsStayTwinsForOneStep(State s, ActivationFunction[] sigma, BigFraction kappa,
                                                 LossDerivative loss, BigFraction[][] x, BigFraction[][] y, BigFraction rate,
                                                 BigFraction momentum, BigFraction decay, int l, int i, int j) {
        return Sgd.step(s, sigma, kappa, loss, x, y, rate, momentum, decay);
    }

    /**
     * SYM-2: after any number of steps, with any batches and rates, momentum and decay.
     *
     * @claim PART-5 refutes units whose weights are equal too
     * @claim SYM-11 refutes all
     * @claim SYM-2 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(start, sigma) && \dl_isSchedule(x, y, rates, \dl_stW(\dl_state(start)));
      @ requires kappa != null && loss != null && momentum != null && decay != null;
      @ requires \dl_twinState(\dl_state(start), l, i, j);
      @ ensures \dl_twinState(\dl_state(\result), l, i, j);
      @ assignable \nothing;
      @*/
    public static State twinsStayTwins(State start, ActivationFunction[] sigma, BigFraction kappa,
                                        LossDerivative loss, BigFraction[][][] x, BigFraction[][][] y,
                                        BigFraction[] rates, BigFraction momentum, BigFraction decay,
                                        int l, int i, int j) {
        return Sgd.train(start, sigma, kappa, loss, x, y, rates, momentum, decay);
    }
}
