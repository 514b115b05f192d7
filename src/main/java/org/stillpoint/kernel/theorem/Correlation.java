package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Vectors;

/**
 * What the hidden units of a network tell of the labels y of its inputs x, where it has one hidden layer of ReLU, with or without
 * biases, and one output. The correlation of a unit with incoming weights u and bias b is the sum of y relu(u x + b).
 *
 * <p>The methods run the shipped forward pass; their contracts are the theorems.
 */
public final /*@ nullable_by_default @*/ class Correlation {

    private Correlation() {
    }

    /**
     * ZERO-8: the sum of y f(x) is that of the correlations, each times the unit's weight to the output, and of the output bias
     * times the sum of the labels.
     *
     * @claim ZERO-8 establishes remark
     */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isBatch(x, y, p) && \dl_hasOneColumn(y);
      @ requires \dl_hasOneHiddenLayer(p) && \dl_startsWithRelu(sigma);
      @ ensures \result != null && \dl_val(\result) == \old(\dl_sumOfCorrelations(p, x, y));
      @ assignable \nothing;
      @*/
    public static BigFraction sumOfMargins(Parameters p, ActivationFunction[] sigma, BigFraction[][] x, BigFraction[][] y) {
        BigFraction sum = BigFractionField.getInstance().getZero();
        /*@ loop_invariant 0 <= i && i <= x.length && sum != null;
          @ loop_invariant \dl_val(sum) == \old(\dl_sumOfMargins(p, sigma, x, y, i));
          @ assignable \nothing;
          @ decreases x.length - i;
          @*/
        for (int i = 0; i < x.length; i++) {
            sum = sum.add(y[i][0].multiply(output(p, sigma, x[i])[0]));
        }
        return sum;
    }

    /**
     * ZERO-8: a hidden unit whose correlation is not 0. There is one if y f(x) is above 0 for each sample, so that the network
     * classifies all of them, and the labels add up to 0.
     *
     * @claim Q-D establishes remark
     * @claim ZERO-8 establishes remark
     */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isBatch(x, y, p) && \dl_hasOneColumn(y);
      @ requires \dl_hasOneHiddenLayer(p) && \dl_startsWithRelu(sigma) && \dl_hasBalancedLabels(y);
      @ requires \dl_hasPositiveMargins(p, sigma, x, y);
      @ ensures 0 <= \result && \result < \old(\dl_rows(\dl_layer(\dl_weights(p), 0)));
      @ ensures \dl_qSignum(\dl_correlationOfUnit(p, x, y, \result)) != 0;
      @ assignable \nothing;
      @*/
    public static int correlatedUnit(Parameters p, ActivationFunction[] sigma, BigFraction[][] x, BigFraction[][] y) {
        BigFraction[] c = ofUnits(p, sigma, x, y);
        int j = 0;
        /*@ loop_invariant 0 <= j && j < c.length && \dl_zerosBefore(\dl_vals(c), j);
          @ assignable \strictly_nothing;
          @ decreases c.length - j;
          @*/
        while (c[j].signum() == 0) {
            j++;
        }
        return j;
    }

    /** The correlation of each hidden unit. */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isBatch(x, y, p) && \dl_hasOneColumn(y);
      @ requires \dl_hasOneHiddenLayer(p) && \dl_startsWithRelu(sigma);
      @ ensures \dl_isVec(\result, \old(\dl_correlationsOfUnits(p, x, y, x.length)));
      @ assignable \nothing;
      @*/
    public static BigFraction[] ofUnits(Parameters p, ActivationFunction[] sigma, BigFraction[][] x, BigFraction[][] y) {
        BigFraction[] sum = Vectors.zeros(hidden(p, sigma, x[0]).length);
        /*@ loop_invariant 0 <= i && i <= x.length;
          @ loop_invariant \dl_isVec(sum, \old(\dl_correlationsOfUnits(p, x, y, i)));
          @ assignable \nothing;
          @ decreases x.length - i;
          @*/
        for (int i = 0; i < x.length; i++) {
            sum = Vectors.addScaled(sum, y[i][0], hidden(p, sigma, x[i]));
        }
        return sum;
    }

    /** The output at x. */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isInput(x, p) && \dl_hasOneHiddenLayer(p);
      @ ensures \dl_fullVec(\result) && \result.length == 1;
      @ ensures \dl_firstEntry(\dl_vals(\result), \old(\dl_firstOutputOf(p, sigma, x)));
      @ assignable \nothing;
      @*/
    public static BigFraction[] output(Parameters p, ActivationFunction[] sigma, BigFraction[] x) {
        return Backpropagation.output(Backpropagation.preactivations(p, sigma, x));
    }

    /** What the hidden units give at x. */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_isInput(x, p) && \dl_hasOneHiddenLayer(p) && \dl_startsWithRelu(sigma);
      @ ensures \dl_isVec(\result, \old(\dl_hiddenUnitsAt(p, x)));
      @ assignable \nothing;
      @*/
    public static BigFraction[] hidden(Parameters p, ActivationFunction[] sigma, BigFraction[] x) {
        return Backpropagation.layerInput(sigma, x, Backpropagation.preactivations(p, sigma, x), 1);
    }
}
