package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Sgd;

/**
 * The order of a batch does not matter to its gradient; in a network of any depth, for every activation, data set, loss derivative and kappa.
 * Exchanges of neighbours make up every order.
 *
 * <p>The method runs the shipped code and returns what it returned; its contract is the theorem.
 */
public final /*@ nullable_by_default @*/ class BatchOrder {

    private BatchOrder() {
    }

    /**
     * LAW-3: the gradient is that of the batch with samples i and i + 1 exchanged.
     *
     * @claim LAW-3 establishes neighbours exchanged
     */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isBatch(x, y, \dl_weights(p)) && kappa != null && loss != null;
      @ requires \dl_neighbours(\dl_mat(x), i) && \dl_neighbours(\dl_mat(y), i);
      @ ensures \dl_isParameters(\result,
      @     \old(\dl_batchW(\dl_weights(p), \dl_biases(p), \dl_funs(sigma), \dl_val(kappa), loss, \dl_swappedRows(\dl_mat(x), i), \dl_swappedRows(\dl_mat(y), i))),
      @     \old(\dl_batchB(\dl_weights(p), \dl_biases(p), \dl_funs(sigma), \dl_val(kappa), loss, \dl_swappedRows(\dl_mat(x), i), \dl_swappedRows(\dl_mat(y), i))));
      @ assignable \nothing;
      @*/
    public static Parameters orderDoesNotMatter(Parameters p, ActivationFunction[] sigma, BigFraction kappa,
                                                LossDerivative loss, BigFraction[][] x, BigFraction[][] y, int i) {
        return Sgd.batchGradient(p, sigma, kappa, loss, x, y);
    }
}
