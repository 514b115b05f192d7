package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * Two units of a hidden layer with the identity for its activation are balanced: the inner product of what comes into unit i
 * with the gradient of what comes into unit j is that of what goes out of unit j with the gradient of what goes out of unit i.
 * In matrices, W1 G1^T = G2^T W2, with the bias as one more column of W1. For hidden layer l in a network of any depth, with or
 * without biases, every data set and loss derivative; the other layers may have any activation.
 *
 * <p>Each method runs the shipped code and returns what it returned; its contract is the theorem.
 */
public final /*@ nullable_by_default @*/ class LinearBalance {

    private LinearBalance() {
    }

    /**
     * BAL-2 for one sample.
     *
     * @claim BAL-2 establishes the gradient
     */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isInput(x, p) && \dl_isOutput(g, p) && kappa != null;
      @ requires \dl_isHiddenUnit(l, i, p) && \dl_isHiddenUnit(l, j, p) && \dl_isLikeIdentity(sigma, l, kappa);
      @ ensures \dl_isCrossBalanced(\result, p, l, i, j);
      @ assignable \nothing;
      @*/
    public static Parameters gradientIsBalanced(Parameters p, ActivationFunction[] sigma, BigFraction kappa,
                                                BigFraction[] x, BigFraction[] g, int l, int i, int j) {
        BigFraction[][] z = Backpropagation.preactivations(p, sigma, x);
        return Backpropagation.gradient(p, sigma, kappa, x, z, g);
    }

    /**
     * BAL-2 for the mean gradient over a batch.
     *
     * @claim BAL-2 establishes the gradient
     */
    /*@ public normal_behavior
      @ requires \dl_isNetworkFor(p, rule) && \dl_isBatch(x, y, p);
      @ requires \dl_isHiddenUnit(l, i, p) && \dl_isHiddenUnit(l, j, p) && \dl_isLikeIdentityIn(rule, l);
      @ ensures \dl_isCrossBalanced(\result, p, l, i, j);
      @ assignable \nothing;
      @*/
    public static Parameters batchGradientIsBalanced(Parameters p, LearningRule rule, BigFraction[][] x, BigFraction[][] y,
                                                     int l, int i, int j) {
        return Sgd.batchGradient(p, rule, x, y);
    }

    /**
     * BAL-2: what one step without momentum and decay does to W2^T W2 - W1 W1^T, entry by entry.
     *
     * @claim BAL-2 establishes a step
     */
    /*@ public normal_behavior
      @ requires \dl_isTrainable(s, rule) && \dl_isBatchAt(x, y, s) && rate != null;
      @ requires \dl_hasNoMomentum(rule) && \dl_hasNoDecay(rule);
      @ requires \dl_isHiddenUnitAt(l, i, s) && \dl_isHiddenUnitAt(l, j, s) && \dl_isLikeIdentityIn(rule, l);
      @ ensures \dl_productsChangeBySecondOrder(\result, s,
      @     \old(\dl_batchWeightGradientAt(s, rule, x, y)), \old(\dl_batchBiasGradientAt(s, rule, x, y)), rate, l, i, j);
      @ assignable \nothing;
      @*/
    public static State productsChangeBySecondOrderOnly(State s, LearningRule rule, BigFraction[][] x, BigFraction[][] y,
                                                        BigFraction rate, int l, int i, int j) {
        return Sgd.step(s, rule, x, y, rate);
    }
}
