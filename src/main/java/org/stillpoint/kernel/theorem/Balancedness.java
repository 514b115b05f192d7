package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * A hidden unit with a positively homogeneous activation is balanced: the inner product of its incoming weights and bias with
 * their gradient is that of its outgoing weights with theirs. For unit j of hidden layer l in a network of any depth, with or
 * without biases, every data set, loss derivative and kappa; the other layers may have any activation.
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
      @ requires \dl_isNetwork(p, sigma) && \dl_isInput(x, p) && \dl_isOutput(g, p) && kappa != null;
      @ requires \dl_isHiddenUnit(l, j, p) && \dl_isHomogeneous(sigma, l, kappa);
      @ ensures \dl_isBalancedGradient(\result, p, l, j);
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
      @ requires \dl_isNetworkFor(p, rule) && \dl_isBatch(x, y, p);
      @ requires \dl_isHiddenUnit(l, j, p) && \dl_isHomogeneousIn(rule, l);
      @ ensures \dl_isBalancedGradient(\result, p, l, j);
      @ assignable \nothing;
      @*/
    public static Parameters batchGradientIsBalanced(Parameters p, LearningRule rule, BigFraction[][] x, BigFraction[][] y,
                                                     int l, int j) {
        return Sgd.batchGradient(p, rule, x, y);
    }

    /**
     * LAW-8: what one step without momentum and decay does to the squares of a unit's weights.
     *
     * @claim LAW-8 establishes a step
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(s, rule) && \dl_isBatchAt(x, y, s) && rate != null;
      @ requires \dl_hasNoMomentum(rule) && \dl_hasNoDecay(rule);
      @ requires \dl_isHiddenUnitAt(l, j, s) && \dl_isHomogeneousIn(rule, l);
      @ ensures \dl_squaresChangeBySecondOrder(\result, s,
      @     \old(\dl_batchWeightGradientAt(s, rule, x, y)), \old(\dl_batchBiasGradientAt(s, rule, x, y)), rate, l, j);
      @ assignable \nothing;
      @*/
    public static State squaresChangeBySecondOrderOnly(State s, LearningRule rule, BigFraction[][] x, BigFraction[][] y,
                                                       BigFraction rate, int l, int j) {
        return Sgd.step(s, rule, x, y, rate);
    }
}
