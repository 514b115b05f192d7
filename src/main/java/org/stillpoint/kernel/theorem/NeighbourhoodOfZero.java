package org.stillpoint.kernel.theorem;

import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.Matrices;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.SmallUnit;
import org.stillpoint.kernel.Stacks;
import org.stillpoint.kernel.Vectors;

/**
 * Networks in every neighbourhood of zero: one hidden layer of ReLU of which only one unit reaches the output, with incoming
 * weights eps u, bias eps b and outgoing weight eps s; the output bias is 0. Here eps, the scale of the unit, is not below 0; a
 * network of zeros is such a network for eps = 0.
 *
 * <p>The theorems run the shipped forward pass and return what it computed; their contracts say what that is. The other methods
 * build such a network.
 */
public final /*@ nullable_by_default @*/ class NeighbourhoodOfZero {

    private NeighbourhoodOfZero() {
    }

    /**
     * ZERO-8: the output at x is eps^2 s relu(u x + b).
     *
     * @claim ZERO-8 establishes remark
     */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_startsWithRelu(sigma) && \dl_isInput(x, p);
      @ requires \dl_isSmallUnit(unit) && \dl_isNetworkOfSmallUnit(p, unit);
      @ ensures \dl_fullVec(\result) && \result.length >= 1;
      @ ensures \dl_firstEntry(\dl_vals(\result), \dl_outputOfSmallUnit(unit, x));
      @ assignable \nothing;
      @*/
    public static BigFraction[] output(Parameters p, ActivationFunction[] sigma, BigFraction[] x, SmallUnit unit) {
        return Backpropagation.output(Backpropagation.preactivations(p, sigma, x));
    }

    /**
     * ZERO-8: the hinge losses of all samples, added up.
     *
     * @claim ZERO-8 establishes remark
     */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_startsWithRelu(sigma) && \dl_isBatch(x, y, p) && \dl_hasOneColumn(y);
      @ requires \dl_isSmallUnit(unit) && \dl_isNetworkOfSmallUnit(p, unit);
      @ ensures \result != null && \dl_val(\result) == \dl_hingeLossOf(unit, x, y, x.length);
      @ assignable \nothing;
      @*/
    public static BigFraction hingeLoss(Parameters p, ActivationFunction[] sigma, BigFraction[][] x, BigFraction[][] y,
                                        SmallUnit unit) {
        BigFraction sum = BigFractionField.getInstance().getZero();
        /*@ loop_invariant 0 <= i && i <= x.length && sum != null;
          @ loop_invariant \dl_val(sum) == \dl_hingeLossOf(unit, x, y, i);
          @ assignable \nothing;
          @ decreases x.length - i;
          @*/
        for (int i = 0; i < x.length; i++) {
            sum = sum.add(hinge(y[i][0].multiply(output(p, sigma, x[i], unit)[0])));
        }
        return sum;
    }

    /**
     * ZERO-8: the hinge losses of a network of zeros, less those of the same network with one small unit, which is above 0. That
     * holds for the inputs x and labels y if s has the sign of the sum of y relu(u x + b), called the correlation, and eps is
     * above 0 and so small that no output times its label is above 1. The loss falls by eps^2 s times the correlation.
     *
     * @claim ZERO-8 establishes remark
     */
    /*@ public normal_behavior
      @ requires \dl_isNetwork(p, sigma) && \dl_startsWithRelu(sigma) && \dl_isBatch(x, y, p) && \dl_hasOneColumn(y);
      @ requires \dl_isSmallUnit(unit) && \dl_isNetworkOfSmallUnit(p, unit);
      @ requires \dl_isNetwork(zero, sigma) && \dl_isZeroNetworkLike(zero, p);
      @ requires \dl_isSmallEnough(unit, x, y) && \dl_hasSignOfCorrelation(unit, x, y);
      @ ensures \result != null && \dl_qSignum(\dl_val(\result)) == 1 && \dl_val(\result) == \dl_fallOfLoss(unit, x, y);
      @ assignable \nothing;
      @*/
    public static BigFraction fallOfHingeLoss(Parameters zero, Parameters p, ActivationFunction[] sigma, BigFraction[][] x,
                                              BigFraction[][] y, SmallUnit unit) {
        BigFraction nothing = BigFractionField.getInstance().getZero();
        SmallUnit none = SmallUnit.of(unit.incoming, unit.bias, unit.outgoing, nothing, unit.index);
        return hingeLoss(zero, sigma, x, y, none).add(hingeLoss(p, sigma, x, y, unit).negate());
    }

    /**
     * ZERO-8: how much smaller the hinge losses are of a network with one small unit, built here, than of zeros in its shape. It
     * has the given number of hidden units and one output; all its weights and biases are 0 but those of the small unit, as
     * above.
     *
     * @claim ZERO-8 establishes remark
     */
    /*@ public normal_behavior
      @ requires \dl_fullActivations(sigma) && sigma.length == 1 && \dl_startsWithRelu(sigma);
      @ requires \dl_fullMat(x) && \dl_fullMat(y) && x.length >= 1 && x.length == y.length && \dl_hasOneColumn(y);
      @ requires \dl_isSmallUnitOf(units, unit) && \dl_hasColumns(\dl_mat(x), \dl_len(\dl_incomingOf(unit)));
      @ requires \dl_isSmallEnough(unit, x, y) && \dl_hasSignOfCorrelation(unit, x, y);
      @ ensures \result != null && \dl_qSignum(\dl_val(\result)) == 1 && \dl_val(\result) == \dl_fallOfLoss(unit, x, y);
      @ assignable \nothing;
      @*/
    public static BigFraction fallOfHingeLossFromZero(ActivationFunction[] sigma, BigFraction[][] x, BigFraction[][] y,
                                                      SmallUnit unit, int units) {
        BigFraction[][][] weights = weightsOfSmallUnit(unit, units);
        BigFraction[][] biases = biasesOfSmallUnit(unit, units);
        Parameters zero = Parameters.of(Stacks.zeros(weights), Matrices.zeros(biases));
        return fallOfHingeLoss(zero, Parameters.of(weights, biases), sigma, x, y, unit);
    }

    /**
     * ZERO-8: as above, for eps = 1 / d, where d is at least 1 and at least y s relu(u x + b) for every input x and its label y:
     * so eps may be as small as you like.
     *
     * @claim Q-D refutes they may end in a local minimum
     * @claim ZERO-8 refutes all
     */
    /*@ public normal_behavior
      @ requires \dl_fullActivations(sigma) && sigma.length == 1 && \dl_startsWithRelu(sigma);
      @ requires \dl_fullMat(x) && \dl_fullMat(y) && x.length >= 1 && x.length == y.length && \dl_hasOneColumn(y);
      @ requires \dl_isSmallUnitOf(units, unit) && \dl_hasColumns(\dl_mat(x), \dl_len(\dl_incomingOf(unit)));
      @ requires d != null && \dl_qSignum(\dl_scaleOf(unit)) == 1 && \dl_isAboveMargins(d, unit, x, y);
      @ requires \dl_hasSignOfCorrelation(unit, x, y);
      @ ensures \result != null && \dl_qSignum(\dl_val(\result)) == 1 && \dl_val(\result) == \dl_fallOfLoss(unit, x, y);
      @ assignable \nothing;
      @*/
    public static BigFraction fallOfHingeLossNearZero(ActivationFunction[] sigma, BigFraction[][] x, BigFraction[][] y,
                                                      SmallUnit unit, BigFraction d, int units) {
        return fallOfHingeLossFromZero(sigma, x, y, unit, units);
    }

    /** The weights of the network with one small unit: those into the hidden layer, and those into the output. */
    /*@ public normal_behavior
      @ requires \dl_isSmallUnitOf(units, unit);
      @ ensures \fresh(\result) && \dl_isStack(\result, \old(\dl_smallWeights(
      @     \dl_incomingOf(unit), \dl_outgoingOf(unit), \dl_scaleOf(unit), unit.index, units)));
      @ assignable \nothing;
      @*/
    public static BigFraction[][][] weightsOfSmallUnit(SmallUnit unit, int units) {
        BigFraction[][] hidden = Matrices.outer(onlyAt(units, unit.index, unit.scale), unit.incoming);
        BigFraction[] toOutput = onlyAt(units, unit.index, BigFractionField.getInstance().getOne());
        BigFraction[][] output = Matrices.outer(onlyAt(1, 0, unit.scale.multiply(unit.outgoing)), toOutput);
        return Stacks.append(Stacks.append(Stacks.empty(), hidden), output);
    }

    /** The biases of the network with one small unit: those of the hidden layer, and that of the output. */
    /*@ public normal_behavior
      @ requires \dl_isSmallUnitOf(units, unit);
      @ ensures \fresh(\result)
      @      && \dl_isMat(\result, \old(\dl_smallBiases(\dl_biasOf(unit), \dl_scaleOf(unit), unit.index, units)));
      @ assignable \nothing;
      @*/
    public static BigFraction[][] biasesOfSmallUnit(SmallUnit unit, int units) {
        BigFraction[] hidden = onlyAt(units, unit.index, unit.scale.multiply(unit.bias));
        return Matrices.append(Matrices.append(Matrices.empty(), hidden), Vectors.zeros(1));
    }

    /** The vector of the length given whose entry j is the value given and whose other entries are 0. */
    /*@ public normal_behavior
      @ requires 0 <= j && j < length && value != null;
      @ ensures \fresh(\result) && \dl_isVec(\result, \dl_unitVec(length, j, \dl_val(value)));
      @ assignable \nothing;
      @*/
    public static BigFraction[] onlyAt(int length, int j, BigFraction value) {
        BigFraction[] v = new BigFraction[length];
        /*@ loop_invariant 0 <= i && i <= length;
          @ loop_invariant (\forall int k; 0 <= k && k < i;
          @     v[k] != null && \dl_val(v[k]) == \dl_at(\dl_unitVec(length, j, \dl_val(value)), k));
          @ assignable v[*];
          @ decreases length - i;
          @*/
        for (int i = 0; i < length; i++) {
            if (i == j) {
                v[i] = value;
            } else {
                v[i] = BigFractionField.getInstance().getZero();
            }
        }
        return v;
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
