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

    /** SYM-1: twins have equal gradients. */
    /*@ public normal_behavior
      @ requires p != null && \dl_fullStack(p.weights) && \dl_fullMat(p.biases);
      @ requires \dl_network(\dl_stack(p.weights), \dl_mat(p.biases)) && x.length == \dl_inputs(\dl_stack(p.weights));
      @ requires \dl_fullFuns(sigma) && sigma.length == p.weights.length - 1 && kappa != null && \dl_fullVec(x);
      @ requires \dl_fullVec(g) && g.length == p.weights[p.weights.length - 1].length;
      @ requires \dl_twinWeights(\dl_stack(p.weights), l, i, j) && \dl_twinBiases(\dl_mat(p.biases), l, i, j);
      @ ensures \dl_twinWeights(\dl_stack(\result.weights), l, i, j) && \dl_twinBiases(\dl_mat(\result.biases), l, i, j);
      @ assignable \nothing;
      @*/
    public static Parameters twinsHaveEqualGradients(Parameters p, ActivationFunction[] sigma, BigFraction kappa,
                                                     BigFraction[] x, BigFraction[] g, int l, int i, int j) {
        BigFraction[][] z = Backpropagation.preactivations(p, sigma, x);
        return Backpropagation.gradient(p, sigma, kappa, x, z, g);
    }

    /** SYM-2 for one step. */
    /*@ public normal_behavior
      @ requires s != null && s.parameters != null && s.velocity != null;
      @ requires \dl_fullStack(s.parameters.weights) && \dl_fullMat(s.parameters.biases);
      @ requires \dl_fullStack(s.velocity.weights) && \dl_fullMat(s.velocity.biases);
      @ requires \dl_sameStackShape(\dl_stack(s.velocity.weights), \dl_stack(s.parameters.weights));
      @ requires \dl_sameShape(\dl_mat(s.velocity.biases), \dl_mat(s.parameters.biases));
      @ requires \dl_network(\dl_stack(s.parameters.weights), \dl_mat(s.parameters.biases));
      @ requires \dl_fullFuns(sigma) && sigma.length == s.parameters.weights.length - 1;
      @ requires kappa != null && loss != null && rate != null && momentum != null && decay != null && \dl_atLayer(0);
      @ requires \dl_fullMat(x) && \dl_fullMat(y) && x.length >= 1 && x.length == y.length
      @     && \dl_hasColumns(\dl_mat(x), \dl_inputs(\dl_stack(s.parameters.weights)));
      @ requires \dl_twinState(\dl_sta(\dl_stack(s.parameters.weights), \dl_mat(s.parameters.biases),
      @     \dl_stack(s.velocity.weights), \dl_mat(s.velocity.biases)), l, i, j);
      @ ensures \dl_twinState(\dl_sta(\dl_stack(\result.parameters.weights), \dl_mat(\result.parameters.biases),
      @     \dl_stack(\result.velocity.weights), \dl_mat(\result.velocity.biases)), l, i, j);
      @ assignable \nothing;
      @*/
    public static State twinsStayTwinsForOneStep(State s, ActivationFunction[] sigma, BigFraction kappa,
                                                 LossDerivative loss, BigFraction[][] x, BigFraction[][] y, BigFraction rate,
                                                 BigFraction momentum, BigFraction decay, int l, int i, int j) {
        return Sgd.step(s, sigma, kappa, loss, x, y, rate, momentum, decay);
    }

    /** SYM-2: after any number of steps, with any batches and rates, momentum and decay. */
    /*@ public normal_behavior
      @ requires start != null && start.parameters != null && start.velocity != null;
      @ requires \dl_fullStack(start.parameters.weights) && \dl_fullMat(start.parameters.biases);
      @ requires \dl_fullStack(start.velocity.weights) && \dl_fullMat(start.velocity.biases);
      @ requires \dl_sameStackShape(\dl_stack(start.velocity.weights), \dl_stack(start.parameters.weights));
      @ requires \dl_sameShape(\dl_mat(start.velocity.biases), \dl_mat(start.parameters.biases));
      @ requires \dl_network(\dl_stack(start.parameters.weights), \dl_mat(start.parameters.biases));
      @ requires \dl_fullFuns(sigma) && sigma.length == start.parameters.weights.length - 1;
      @ requires kappa != null && loss != null && momentum != null && decay != null;
      @ requires \dl_fullStack(x) && \dl_fullStack(y) && \dl_fullVec(rates) && rates.length == x.length;
      @ requires \dl_batches(\dl_stack(x), \dl_stack(y), \dl_inputs(\dl_stack(start.parameters.weights)));
      @ requires \dl_twinState(\dl_sta(\dl_stack(start.parameters.weights), \dl_mat(start.parameters.biases),
      @     \dl_stack(start.velocity.weights), \dl_mat(start.velocity.biases)), l, i, j);
      @ ensures \dl_twinState(\dl_sta(\dl_stack(\result.parameters.weights), \dl_mat(\result.parameters.biases),
      @     \dl_stack(\result.velocity.weights), \dl_mat(\result.velocity.biases)), l, i, j);
      @ assignable \nothing;
      @*/
    public static State twinsStayTwins(State start, ActivationFunction[] sigma, BigFraction kappa,
                                        LossDerivative loss, BigFraction[][][] x, BigFraction[][][] y,
                                        BigFraction[] rates, BigFraction momentum, BigFraction decay,
                                        int l, int i, int j) {
        return Sgd.train(start, sigma, kappa, loss, x, y, rates, momentum, decay);
    }
}
