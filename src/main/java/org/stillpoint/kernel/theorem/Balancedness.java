package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * A hidden unit with a positively homogeneous activation is balanced: the inner product of its incoming weights and bias with their gradient is
 * that of its outgoing weights with theirs. For unit j of hidden layer l in a network of any depth, with or without biases, every data
 * set, loss derivative and kappa; the other layers may have any activation.
 *
 * <p>Each method runs the shipped code and returns what it returned; its contract is the theorem.
 */
public final /*@ nullable_by_default @*/ class Balancedness {

    private Balancedness() {
    }

    /**
     * LAW-8 for one sample.
     *
     * @claim LAW-8 establishes the gradient
     */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isInput(x, \dl_weights(p)) && \dl_isOutput(g, \dl_weights(p)) && kappa != null;
      @ requires \dl_hiddenUnit(\dl_weights(p), l, j) && \dl_homogeneous(\dl_fn(\dl_funs(sigma), l), \dl_val(kappa));
      @ ensures \dl_balanced(\old(\dl_weights(p)), \old(\dl_biases(p)), \dl_weights(\result), \dl_biases(\result), l, j);
      @ assignable \nothing;
      @*/
    public static Parameters gradientIsBalanced(Parameters p, ActivationFunction[] sigma, BigFraction kappa,
                                                BigFraction[] x, BigFraction[] g, int l, int j) {
        BigFraction[][] z = Backpropagation.preactivations(p, sigma, x);
        return Backpropagation.gradient(p, sigma, kappa, x, z, g);
    }

    /**
     * LAW-8 for the mean gradient over a batch.
     *
     * @claim LAW-8 establishes the gradient
     */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isBatch(x, y, \dl_weights(p)) && kappa != null && loss != null;
      @ requires \dl_hiddenUnit(\dl_weights(p), l, j) && \dl_homogeneous(\dl_fn(\dl_funs(sigma), l), \dl_val(kappa));
      @ ensures \dl_balanced(\old(\dl_weights(p)), \old(\dl_biases(p)), \dl_weights(\result), \dl_biases(\result), l, j);
      @ assignable \nothing;
      @*/
    public static Parameters batchGradientIsBalanced(Parameters p, ActivationFunction[] sigma, BigFraction kappa,
                                                     LossDerivative loss, BigFraction[][] x, BigFraction[][] y, int l, int j) {
        return Sgd.batchGradient(p, sigma, kappa, loss, x, y);
    }

    /**
     * LAW-8: what one step without momentum and decay does to the squares of a unit's weights.
     *
     * @claim LAW-8 establishes a step
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(s, sigma) && \dl_isBatch(x, y, \dl_stW(\dl_state(s)));
      @ requires kappa != null && loss != null && rate != null && momentum != null && decay != null;
      @ requires \dl_val(momentum) == \dl_qZero() && \dl_val(decay) == \dl_qZero();
      @ requires \dl_hiddenUnit(\dl_stW(\dl_state(s)), l, j) && \dl_homogeneous(\dl_fn(\dl_funs(sigma), l), \dl_val(kappa));
      @ ensures \dl_squaresChange(\old(\dl_stW(\dl_state(s))), \old(\dl_stB(\dl_state(s))), \dl_stW(\dl_state(\result)), \dl_stB(\dl_state(\result)),
      @     \old(\dl_batchW(\dl_stW(\dl_state(s)), \dl_stB(\dl_state(s)), \dl_funs(sigma), \dl_val(kappa), loss, \dl_mat(x), \dl_mat(y))),
      @     \old(\dl_batchB(\dl_stW(\dl_state(s)), \dl_stB(\dl_state(s)), \dl_funs(sigma), \dl_val(kappa), loss, \dl_mat(x), \dl_mat(y))),
      @     \dl_qNeg(\dl_val(rate)), l, j);
      @ assignable \nothing;
      @*/
    public static State squaresChangeBySecondOrderOnly(State s, ActivationFunction[] sigma, BigFraction kappa, LossDerivative loss,
                                                       BigFraction[][] x, BigFraction[][] y, BigFraction rate,
                                                       BigFraction momentum, BigFraction decay, int l, int j) {
        return Sgd.step(s, sigma, kappa, loss, x, y, rate, momentum, decay);
    }
}
