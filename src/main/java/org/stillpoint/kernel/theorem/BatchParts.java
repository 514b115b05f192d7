package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Sgd;

/**
 * The gradient of a batch is the mean of those of its two parts, weighted by their sizes; in a network of any depth, for every
 * activation, data set, loss derivative and kappa. Repeated, this gives every number of parts, and with {@link BatchOrder} every
 * grouping.
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
      @ requires \dl_isNetworkFor(p, rule) && \dl_isBatch(x, y, p);
      @ requires 0 < m && m < x.length;
      @ ensures \dl_isParameters(\result,
      @     \old(\dl_weightedMeanOfWeights(p, rule, x, y, m)), \old(\dl_weightedMeanOfBiases(p, rule, x, y, m)));
      @ assignable \nothing;
      @*/
    public static Parameters weightedMeanOfTheParts(Parameters p, LearningRule rule, BigFraction[][] x, BigFraction[][] y,
                                                    int m) {
        return Sgd.batchGradient(p, rule, x, y);
    }
}
