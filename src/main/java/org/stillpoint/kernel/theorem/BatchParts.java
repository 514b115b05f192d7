package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Sgd;

/**
 * The gradient of a batch is the mean of those of its two parts, weighted by their sizes; in a network of any depth, for every activation, data
 * set, loss derivative and kappa. Repeated, this gives every number of parts, and with {@link BatchOrder} every grouping.
 *
 * <p>The method runs the shipped code and returns what it returned; its contract is the theorem.
 */
public final /*@ nullable_by_default @*/ class BatchParts {

    private BatchParts() {
    }

    /**
     * LAW-3: the gradient is m/n times that of the first m of the n samples, plus (n - m)/n times that of the others.
     *
     * @claim LAW-3 establishes two parts
     */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isBatch(x, y, \dl_weights(p)) && kappa != null && loss != null;
      @ requires 0 < m && m < x.length;
      @ ensures \dl_isParameters(\result,
      @     \old(\dl_sPlusScaled(\dl_sPlusScaled(\dl_sZeros(\dl_weights(p)),
      @         \dl_qRatio(m, x.length), \dl_batchW(\dl_weights(p), \dl_biases(p), \dl_funs(sigma), \dl_val(kappa), loss,
      @             \dl_part(\dl_mat(x), 0, m), \dl_part(\dl_mat(y), 0, m))),
      @         \dl_qRatio(x.length - m, x.length), \dl_batchW(\dl_weights(p), \dl_biases(p), \dl_funs(sigma), \dl_val(kappa), loss,
      @             \dl_part(\dl_mat(x), m, x.length - m), \dl_part(\dl_mat(y), m, x.length - m)))),
      @     \old(\dl_mPlusScaled(\dl_mPlusScaled(\dl_mZeros(\dl_biases(p)),
      @         \dl_qRatio(m, x.length), \dl_batchB(\dl_weights(p), \dl_biases(p), \dl_funs(sigma), \dl_val(kappa), loss,
      @             \dl_part(\dl_mat(x), 0, m), \dl_part(\dl_mat(y), 0, m))),
      @         \dl_qRatio(x.length - m, x.length), \dl_batchB(\dl_weights(p), \dl_biases(p), \dl_funs(sigma), \dl_val(kappa), loss,
      @             \dl_part(\dl_mat(x), m, x.length - m), \dl_part(\dl_mat(y), m, x.length - m)))));
      @ assignable \nothing;
      @*/
    public static Parameters weightedMeanOfTheParts(Parameters p, ActivationFunction[] sigma, BigFraction kappa, LossDerivative loss,
                                                    BigFraction[][] x, BigFraction[][] y, int m) {
        return Sgd.batchGradient(p, sigma, kappa, loss, x, y);
    }
}
