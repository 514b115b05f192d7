package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Sgd;

/**
 * A last layer whose rows are all equal, as equal weights or zeros have it, under a derivative of the loss whose entries add up
 * to zero, as that of softmax with cross-entropy: no error comes through, whatever the depth, the widths, the activations, kappa,
 * the inputs and the biases are.
 *
 * <p>Each method runs the shipped code and returns what it returned; its contract is the theorem.
 */
public final /*@ nullable_by_default @*/ class EqualRows {

    private EqualRows() {
    }

    /**
     * HEAD-1: the gradient of every layer below the last is zero.
     *
     * @claim HEAD-1 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isInput(x, p) && \dl_isOutput(g, p) && kappa != null;
      @ requires \dl_hasAlikeOutputRows(p) && \dl_addsUpToZero(g);
      @ ensures \dl_isZeroBelowTheOutputs(\result, p);
      @ assignable \nothing;
      @*/
    public static Parameters gradientStopsAtTheLastLayer(Parameters p, ActivationFunction[] sigma, BigFraction kappa,
                                                         BigFraction[] x, BigFraction[] g) {
        BigFraction[][] z = Backpropagation.preactivations(p, sigma, x);
        return Backpropagation.gradient(p, sigma, kappa, x, z, g);
    }

    /**
     * HEAD-1 for a batch: the mean gradient too, if dl/df adds up to zero on each sample.
     *
     * @claim HEAD-1 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isNetworkFor(p, rule) && \dl_isBatch(x, y, p);
      @ requires \dl_hasAlikeOutputRows(p) && \dl_addsUpToZeroOn(p, rule, x, y);
      @ ensures \dl_isZeroBelowTheOutputs(\result, p);
      @ assignable \nothing;
      @*/
    public static Parameters batchGradientStopsAtTheLastLayer(Parameters p, LearningRule rule, BigFraction[][] x,
                                                              BigFraction[][] y) {
        return Sgd.batchGradient(p, rule, x, y);
    }
}
