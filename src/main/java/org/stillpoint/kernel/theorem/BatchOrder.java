package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Sgd;

/**
 * The order of a batch does not matter to its gradient; in a network of any depth, for every activation, data set, loss
 * derivative and kappa. Exchanges of neighbours make up every order.
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
      @ requires \dl_isNetworkFor(p, rule) && \dl_isBatch(x, y, p);
      @ requires \dl_areNeighbours(x, y, i);
      @ ensures \dl_isParameters(\result,
      @     \old(\dl_weightGradientOfSwapped(p, rule, x, y, i)), \old(\dl_biasGradientOfSwapped(p, rule, x, y, i)));
      @ assignable \nothing;
      @*/
    public static Parameters orderDoesNotMatter(Parameters p, LearningRule rule, BigFraction[][] x, BigFraction[][] y, int i) {
        return Sgd.batchGradient(p, rule, x, y);
    }
}
