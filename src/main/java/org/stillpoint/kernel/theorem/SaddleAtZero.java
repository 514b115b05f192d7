package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.SmallUnit;

/**
 * From a network with one hidden layer of ReLU that classifies balanced data to a network near zero with a smaller loss: one
 * hidden unit of the first, made small, is enough.
 */
public final /*@ nullable_by_default @*/ class SaddleAtZero {

    private SaddleAtZero() {
    }

    /**
     * ZERO-8: how much smaller than those of zeros the hinge losses are of a network near them, in the shape of p; that is above
     * 0 if p classifies all samples and the labels add up to 0. Of that network only one hidden unit is not zero. It is a unit
     * of p, with its weights and its bias times the scale, and the scale or its opposite as weight to the output. The scale is
     * 1 / d, for any d that is large enough.
     *
     * @claim ZERO-8 refutes all
     */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isBatch(x, y, p) && \dl_hasOneColumn(y);
      @ requires \dl_hasOneHiddenLayer(p) && \dl_startsWithRelu(sigma) && \dl_hasBalancedLabels(y);
      @ requires \dl_hasPositiveMargins(p, sigma, x, y);
      @ requires scale != null && d != null && \dl_qSignum(\dl_val(scale)) == 1;
      @ requires \dl_isAboveEveryMargin(d, scale, p, x, y);
      @ ensures \result != null && \dl_qSignum(\dl_val(\result)) == 1;
      @ assignable \nothing;
      @*/
    public static BigFraction fallOfHingeLossNearZero(Parameters p, ActivationFunction[] sigma, BigFraction[][] x,
                                                      BigFraction[][] y, BigFraction scale, BigFraction d) {
        int j = Correlation.correlatedUnit(p, sigma, x, y);
        BigFraction[] c = Correlation.ofUnits(p, sigma, x, y);
        SmallUnit unit = smallUnit(p, j, signOf(c[j]), scale);
        return NeighbourhoodOfZero.fallOfHingeLossNearZero(sigma, x, y, unit, d, c.length);
    }

    /** Hidden unit j of p, with the outgoing weight and the scale given. */
    /*@ public normal_behavior
      @ requires \dl_fullParameters(p) && \dl_network(\dl_weights(p), \dl_biases(p)) && \dl_hasOneHiddenLayer(p);
      @ requires 0 <= j && j < \dl_rows(\dl_layer(\dl_weights(p), 0)) && outgoing != null && scale != null;
      @ ensures \fresh(\result) && \dl_isUnitOf(\result, p, j, outgoing, scale);
      @ assignable \nothing;
      @*/
    public static SmallUnit smallUnit(Parameters p, int j, BigFraction outgoing, BigFraction scale) {
        return SmallUnit.of(p.weights[0][j], bias(p, j), outgoing, scale, j);
    }

    /** The bias of hidden unit j of p, 0 if the layer has none. */
    /*@ public normal_behavior
      @ requires \dl_fullParameters(p) && \dl_network(\dl_weights(p), \dl_biases(p)) && \dl_hasOneHiddenLayer(p);
      @ requires 0 <= j && j < \dl_rows(\dl_layer(\dl_weights(p), 0));
      @ ensures \result != null && \dl_val(\result) == \dl_at(\dl_row(\dl_biases(p), 0), j);
      @ assignable \strictly_nothing;
      @*/
    public static BigFraction bias(Parameters p, int j) {
        if (p.biases[0].length == 0) {
            return BigFractionField.getInstance().getZero();
        }
        return p.biases[0][j];
    }

    /** 1 for a number above 0, and -1 for another. */
    /*@ public normal_behavior
      @ requires q != null;
      @ ensures \result != null;
      @ ensures (\dl_qSignum(\dl_val(q)) == 1 && \dl_val(\result) == \dl_qOne())
      @      || (\dl_qSignum(\dl_val(q)) != 1 && \dl_val(\result) == \dl_qNeg(\dl_qOne()));
      @ assignable \strictly_nothing;
      @*/
    public static BigFraction signOf(BigFraction q) {
        BigFraction one = BigFractionField.getInstance().getOne();
        if (q.signum() > 0) {
            return one;
        }
        return one.negate();
    }
}
