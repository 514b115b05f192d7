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
      @ requires \dl_isNetwork(p, sigma) && \dl_isInput(x, \dl_weights(p)) && kappa != null && c != null;
      @ requires \dl_fullMat(z) && \dl_rowsFit(\dl_mat(z), \dl_weights(p));
      @ requires \dl_isOutput(g, \dl_weights(p)) && \dl_isOutput(h, \dl_weights(p));
      @ ensures \dl_isParameters(\result,
      @     \old(\dl_sPlusScaled(\dl_wGrad(\dl_weights(p), \dl_funs(sigma), \dl_val(kappa), \dl_vals(x), \dl_mat(z), \dl_vals(g)),
      @         \dl_val(c), \dl_wGrad(\dl_weights(p), \dl_funs(sigma), \dl_val(kappa), \dl_vals(x), \dl_mat(z), \dl_vals(h)))),
      @     \old(\dl_mPlusScaled(\dl_bGrad(\dl_weights(p), \dl_biases(p), \dl_funs(sigma), \dl_val(kappa), \dl_mat(z), \dl_vals(g)),
      @         \dl_val(c), \dl_bGrad(\dl_weights(p), \dl_biases(p), \dl_funs(sigma), \dl_val(kappa), \dl_mat(z), \dl_vals(h)))));
      @ assignable \nothing;
      @*/
    public static Parameters gradientIsLinear(Parameters p, ActivationFunction[] sigma, BigFraction kappa, BigFraction[] x,
                                              BigFraction[][] z, BigFraction[] g, BigFraction c, BigFraction[] h) {
        return Backpropagation.gradient(p, sigma, kappa, x, z, Vectors.addScaled(g, c, h));
    }
}
