package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Vectors;

/**
 * The backward pass is linear in the loss derivative; in a network of any depth, for every activation and kappa.
 *
 * <p>Each method runs the shipped code and returns what it returned; its contract is the theorem.
 */
public final /*@ nullable_by_default @*/ class Linearity {

    private Linearity() {
    }

    /**
     * LAW-4: the gradient for g + c h is that for g plus c times that for h.
     *
     * @claim LAW-4 establishes all
     */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isInput(x, p) && \dl_isPreactivations(z, p) && kappa != null && c != null;
      @ requires \dl_isOutput(g, p) && \dl_isOutput(h, p);
      @ ensures \dl_isParameters(\result,
      @     \old(\dl_stackPlusScaled(\dl_weightGradient(p, sigma, kappa, x, z, g),
      @         \dl_val(c), \dl_weightGradient(p, sigma, kappa, x, z, h))),
      @     \old(\dl_matPlusScaled(\dl_biasGradient(p, sigma, kappa, z, g),
      @         \dl_val(c), \dl_biasGradient(p, sigma, kappa, z, h))));
      @ assignable \nothing;
      @*/
    public static Parameters gradientIsLinear(Parameters p, ActivationFunction[] sigma, BigFraction kappa, BigFraction[] x,
                                              BigFraction[][] z, BigFraction[] g, BigFraction c, BigFraction[] h) {
        return Backpropagation.gradient(p, sigma, kappa, x, z, Vectors.addScaled(g, c, h));
    }
}
