package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Relu;
import org.stillpoint.kernel.Sgd;

/**
 * With 1/2 for the derivative of ReLU at 0, backpropagation through one hidden layer of ReLU gives along every direction the mean
 * of the derivative from the right and the derivative from the left: for any widths, with or without biases, any number of
 * outputs, every input and every dl/df; at kinks too. Where the two are equal there is a derivative, and it is this.
 *
 * <p>The derivatives are defined in specs/theory/theorems/OneSided.key. A hidden unit with pre-activation z changes along the
 * direction at the rate d = its incoming part of the direction at the input. The derivative of relu(z + t d) by t at 0 is d above
 * the kink and 0 below it; on it, from the right relu(t d) / t = max(d, 0) for t above 0, and from the left min(d, 0) for t below
 * 0. The output layer is linear in the hidden activations and in its own weights, so the product rule gives the derivative of the
 * output. Division-free: twice the gradient along the direction is the sum of the two.
 *
 * <p>Each method runs the shipped code and returns what it returned; its contract is the theorem.
 */
public final /*@ nullable_by_default @*/ class OneSided {

    private OneSided() {
    }

    /**
     * KINK-1 for one sample.
     *
     * @claim KINK-1 establishes case
     */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isInput(x, p) && \dl_isOutput(g, p) && kappa != null;
      @ requires \dl_isOfDepthTwo(p) && \dl_startsAsRelu(sigma, kappa) && \dl_isOneHalf(kappa) && \dl_isDirectionOf(d, p);
      @ ensures \dl_isMidwayAlong(\result, d,
      @     \old(\dl_derivativeFromTheRight(p, sigma, x, g, d)), \old(\dl_derivativeFromTheLeft(p, sigma, x, g, d)));
      @ assignable \nothing;
      @*/
    public static Parameters halfIsTheMeanOfBothSides(Parameters p, ActivationFunction[] sigma, BigFraction kappa,
                                                      BigFraction[] x, BigFraction[] g, Parameters d) {
        BigFraction[][] z = Backpropagation.preactivations(p, sigma, x);
        return Backpropagation.gradient(p, sigma, kappa, x, z, g);
    }

    /**
     * KINK-1 for one sample and the kernel's own ReLU.
     *
     * @claim KINK-1 establishes case
     */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isInput(x, p) && \dl_isOutput(g, p) && kappa != null;
      @ requires \dl_isOfDepthTwo(p) && \dl_isOneHalf(kappa) && \dl_isDirectionOf(d, p);
      @ requires (\forall int k; 0 <= k && k < sigma.length; \typeof(sigma[k]) == \type(Relu));
      @ ensures \dl_isMidwayAlong(\result, d,
      @     \old(\dl_derivativeFromTheRight(p, sigma, x, g, d)), \old(\dl_derivativeFromTheLeft(p, sigma, x, g, d)));
      @ assignable \nothing;
      @*/
    public static Parameters halfIsTheMeanOfBothSidesOfRelu(Parameters p, ActivationFunction[] sigma, BigFraction kappa,
                                                            BigFraction[] x, BigFraction[] g, Parameters d) {
        return halfIsTheMeanOfBothSides(p, sigma, kappa, x, g, d);
    }

    /**
     * KINK-1 for the mean over a batch.
     *
     * @claim KINK-1 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isNetworkFor(p, rule) && \dl_isBatch(x, y, p);
      @ requires \dl_isOfDepthTwo(p) && \dl_startsAsReluIn(rule) && \dl_hasOneHalfForKappa(rule) && \dl_isDirectionOf(d, p);
      @ ensures \dl_isMidwayAlong(\result, d,
      @     \old(\dl_meanDerivativeFromTheRight(p, rule, x, y, d)), \old(\dl_meanDerivativeFromTheLeft(p, rule, x, y, d)));
      @ assignable \nothing;
      @*/
    public static Parameters halfIsTheMeanOfBothSidesOnABatch(Parameters p, LearningRule rule, BigFraction[][] x,
                                                              BigFraction[][] y, Parameters d) {
        return Sgd.batchGradient(p, rule, x, y);
    }
}
