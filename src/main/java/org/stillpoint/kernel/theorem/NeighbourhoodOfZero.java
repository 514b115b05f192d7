package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.Parameters;

/**
 * Networks in every neighbourhood of zero: one hidden layer of ReLU of which only unit j reaches the output, with incoming weights eps u, bias eps b
 * and outgoing weight eps s; the output bias is 0. Here eps is not below 0; a network of zeros is such a network for eps = 0.
 *
 * <p>Each method runs the shipped forward pass and returns what it computed; its contract is the theorem.
 */
public final /*@ nullable_by_default @*/ class NeighbourhoodOfZero {

    private NeighbourhoodOfZero() {
    }

    /** ZERO-8: the output at x is eps^2 s relu(u x + b). */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isInput(x, \dl_weights(p)) && \dl_fullVec(u) && b != null && s != null && eps != null;
      @ requires \dl_firstIsRelu(\dl_funs(sigma));
      @ requires \dl_oneSmallUnit(\dl_weights(p), \dl_biases(p), \dl_vals(u), \dl_val(b), \dl_val(s), \dl_val(eps), j);
      @ ensures \dl_fullVec(\result) && \result.length >= 1;
      @ ensures \dl_firstEntry(\dl_vals(\result),
      @     \dl_outputAt(\dl_val(eps), \dl_val(s), \dl_unitAt(\old(\dl_vals(u)), \dl_val(b), \old(\dl_vals(x)))));
      @ assignable \nothing;
      @*/
    public static BigFraction[] output(Parameters p, ActivationFunction[] sigma, BigFraction[] x, BigFraction[] u, BigFraction b,
                                       BigFraction s, BigFraction eps, int j) {
        return Backpropagation.output(Backpropagation.preactivations(p, sigma, x));
    }

    /** ZERO-8: the hinge losses of all samples, added up. */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isBatch(x, y, \dl_weights(p)) && \dl_hasColumns(\dl_mat(y), 1);
      @ requires \dl_fullVec(u) && b != null && s != null && eps != null;
      @ requires \dl_firstIsRelu(\dl_funs(sigma));
      @ requires \dl_oneSmallUnit(\dl_weights(p), \dl_biases(p), \dl_vals(u), \dl_val(b), \dl_val(s), \dl_val(eps), j);
      @ ensures \result != null && \dl_val(\result) == \dl_nearLoss(\dl_val(eps), \dl_val(s), \old(\dl_vals(u)), \dl_val(b),
      @     \old(\dl_mat(x)), \old(\dl_mat(y)), x.length);
      @ assignable \nothing;
      @*/
    public static BigFraction hingeLoss(Parameters p, ActivationFunction[] sigma, BigFraction[][] x, BigFraction[][] y,
                                        BigFraction[] u, BigFraction b, BigFraction s, BigFraction eps, int j) {
        BigFraction sum = BigFractionField.getInstance().getZero();
        /*@ loop_invariant 0 <= i && i <= x.length && sum != null;
          @ loop_invariant \dl_val(sum) == \dl_nearLoss(\dl_val(eps), \dl_val(s), \old(\dl_vals(u)), \dl_val(b),
          @     \old(\dl_mat(x)), \old(\dl_mat(y)), i);
          @ assignable \nothing;
          @ decreases x.length - i;
          @*/
        for (int i = 0; i < x.length; i++) {
            sum = sum.add(hinge(y[i][0].multiply(output(p, sigma, x[i], u, b, s, eps, j)[0])));
        }
        return sum;
    }

    /**
     * ZERO-8: the hinge losses of a network of zeros, less those of the same network with one small unit, which is above 0. That holds for the inputs x and
     * labels y if s has the sign of the sum of y relu(u x + b), called the correlation, and eps is above 0 and so small that no output times its label is
     * above 1. The loss falls by eps^2 s times the correlation.
     */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(zero, sigma) && \dl_isNetwork(p, sigma) && \dl_isBatch(x, y, \dl_weights(p)) && \dl_hasColumns(\dl_mat(y), 1);
      @ requires \dl_fullVec(u) && b != null && s != null && eps != null;
      @ requires \dl_firstIsRelu(\dl_funs(sigma)) && \dl_qSignum(\dl_val(eps)) == 1;
      @ requires \dl_zeroStack(\dl_weights(zero)) && \dl_isZeroMat(\dl_biases(zero));
      @ requires \dl_sameStackShape(\dl_weights(zero), \dl_weights(p)) && \dl_sameShape(\dl_biases(zero), \dl_biases(p));
      @ requires \dl_oneSmallUnit(\dl_weights(p), \dl_biases(p), \dl_vals(u), \dl_val(b), \dl_val(s), \dl_val(eps), j);
      @ requires \dl_noMarginAboveOne(\dl_val(eps), \dl_val(s), \dl_vals(u), \dl_val(b), \dl_mat(x), \dl_mat(y));
      @ requires \dl_qSignum(\dl_qMul(\dl_val(s), \dl_correlation(\dl_vals(u), \dl_val(b), \dl_mat(x), \dl_mat(y), x.length))) == 1;
      @ ensures \result != null && \dl_qSignum(\dl_val(\result)) == 1;
      @ ensures \dl_val(\result) == \dl_outputAt(\dl_val(eps), \dl_val(s),
      @     \dl_correlation(\old(\dl_vals(u)), \dl_val(b), \old(\dl_mat(x)), \old(\dl_mat(y)), x.length));
      @ assignable \nothing;
      @*/
    public static BigFraction fallOfHingeLoss(Parameters zero, Parameters p, ActivationFunction[] sigma, BigFraction[][] x, BigFraction[][] y,
                                              BigFraction[] u, BigFraction b, BigFraction s, BigFraction eps, int j) {
        BigFraction atZero = hingeLoss(zero, sigma, x, y, u, b, s, BigFractionField.getInstance().getZero(), j);
        return atZero.add(hingeLoss(p, sigma, x, y, u, b, s, eps, j).negate());
    }

    /** The hinge loss max(0, 1 - margin). */
    /*@ public normal_behavior
      @ requires margin != null;
      @ ensures \result != null && \dl_val(\result) == \dl_hinge(\dl_val(margin));
      @ assignable \strictly_nothing;
      @*/
    public static BigFraction hinge(BigFraction margin) {
        BigFraction gap = BigFractionField.getInstance().getOne().add(margin.negate());
        if (gap.signum() > 0) {
            return gap;
        }
        return BigFractionField.getInstance().getZero();
    }
}
