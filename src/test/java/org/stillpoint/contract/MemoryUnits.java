package org.stillpoint.contract;

import static org.stillpoint.contract.Memory.activations;
import static org.stillpoint.contract.Memory.activationsOf;
import static org.stillpoint.contract.Memory.biases;
import static org.stillpoint.contract.Memory.kappaOf;
import static org.stillpoint.contract.Memory.length;
import static org.stillpoint.contract.Memory.lossOf;
import static org.stillpoint.contract.Memory.mat;
import static org.stillpoint.contract.Memory.perm;
import static org.stillpoint.contract.Memory.ratesOf;
import static org.stillpoint.contract.Memory.samplesOf;
import static org.stillpoint.contract.Memory.state;
import static org.stillpoint.contract.Memory.vals;
import static org.stillpoint.contract.Memory.weights;
import static org.stillpoint.contract.Shapes.inputs;
import static org.stillpoint.contract.Shapes.noBiases;
import static org.stillpoint.contract.Training.coefficients;
import static org.stillpoint.contract.Training.parametersOf;
import static org.stillpoint.contract.Values.combination;
import static org.stillpoint.contract.Values.dot;
import static org.stillpoint.contract.Values.qNeg;
import static org.stillpoint.contract.Values.qRatio;
import static org.stillpoint.contract.Views.activationAt;
import static org.stillpoint.contract.Views.biasesOf;
import static org.stillpoint.contract.Views.layer;
import static org.stillpoint.contract.Views.row;
import static org.stillpoint.contract.Views.val;
import static org.stillpoint.contract.Views.velocityOfWeights;
import static org.stillpoint.contract.Views.weightsOf;

import org.hipparchus.fraction.BigFraction;

/** What the words of {@link Units} say, of the objects and arrays that a heap holds. */
public final class MemoryUnits {

    private MemoryUnits() {
    }

    public static boolean areTwins(Heap h, Object p, int l, int i, int j) {
        return Units.twinWeights(weights(h, p), l, i, j) && Units.twinBiases(biases(h, p), l, i, j);
    }

    public static boolean areTwinsAt(Heap h, Object s, int l, int i, int j) {
        return Units.twinState(state(h, s), l, i, j);
    }

    public static int distinctUnits(Heap h, Object s, int l, int n) {
        return Units.distinct(state(h, s), l, n);
    }

    public static int distinctUnitsByParameters(Heap h, Object s, int l, int n) {
        return Units.distinct(parametersOf(state(h, s)), l, n);
    }

    public static boolean hasEqualColumns(Heap h, Object s, int i, int j) {
        return Units.equalInputState(state(h, s), i, j);
    }

    public static boolean hasEqualFeatures(Heap h, Object schedule, int i, int j) {
        return Units.equalFeatures(samplesOf(h, schedule), i, j);
    }

    public static boolean isRenumbered(Heap h, Object p, Object original, int l, Object swaps) {
        return Units.renumberedWeights(weights(h, p), weights(h, original), l, perm(h, swaps))
                && Units.renumberedBiases(biases(h, p), biases(h, original), l, perm(h, swaps));
    }

    public static boolean isRenumberedAt(Heap h, Object s, Object original, int l, Object swaps) {
        return isRenumberingOf(h, s, state(h, original), l, perm(h, swaps));
    }

    public static boolean isRenumberingOf(Heap h, Object s, TrainingState original, int l, Perm swaps) {
        return Units.renumbered(state(h, s), original, l, swaps);
    }

    public static boolean isCollapsed(Heap h, Object one, Object p, int l, int units) {
        return Units.collapsedWeights(weights(h, one), weights(h, p), l, units)
                && Units.collapsedBiases(biases(h, one), biases(h, p), l, units);
    }

    public static boolean isCollapsedAt(Heap h, Object one, Object s, int l, int units) {
        return Units.collapsedWeights(weightsOf(state(h, one)), weightsOf(state(h, s)), l, units)
                && Units.collapsedBiases(biasesOf(state(h, one)), biasesOf(state(h, s)), l, units);
    }

    public static boolean isCollapsedOf(Heap h, Object one, TrainingState t, int l, int units) {
        return Units.collapsedWeights(weights(h, one), weightsOf(t), l, units)
                && Units.collapsedBiases(biases(h, one), biasesOf(t), l, units);
    }

    public static boolean isCollapsedGradient(Heap h, Object one, Stack w, Mat b, int l, int units) {
        return Units.collapsedWeightGradient(weights(h, one), w, l, units)
                && Units.collapsedBiasGradient(biases(h, one), b, l, units);
    }

    public static boolean hasCollapsedWeights(Heap h, Object one, TrainingState t, int l, int units, int k) {
        return Units.collapsedMat(layer(weightsOf(state(h, one)), k), layer(weightsOf(t), k), l, k, units);
    }

    public static boolean hasCollapsedBiases(Heap h, Object one, TrainingState t, int l, int units, int k) {
        return Units.collapsedBias(row(biasesOf(state(h, one)), k), row(biasesOf(t), k), l, k, units);
    }

    public static boolean rateFits(Object ofOne, Object ofEach, int l, int k, int units) {
        return Units.ratesFit(qNeg(val(ofOne)), qNeg(val(ofEach)), l, k, units);
    }

    public static boolean biasRateFits(Object ofOne, Object ofEach, int l, int k, int units) {
        return Units.biasRatesFit(qNeg(val(ofOne)), qNeg(val(ofEach)), l, k, units);
    }

    public static boolean ratesFitSchedule(Heap h, Object ofOne, Object schedule, int l, int units) {
        return Units.allRatesFit(mat(h, ofOne), ratesOf(h, schedule), l, units);
    }

    public static boolean biasRatesFitSchedule(Heap h, Object ofOne, Object schedule, int l, int units) {
        return Units.allBiasRatesFit(mat(h, ofOne), ratesOf(h, schedule), l, units);
    }

    public static boolean hasNoBiases(Heap h, Object p) {
        return noBiases(biases(h, p));
    }

    public static boolean areHomogeneous(Heap h, Object sigma, Object kappa) {
        return Units.homogeneousActivations(activations(h, sigma), val(kappa), length(sigma));
    }

    public static boolean isHomogeneous(Heap h, Object sigma, int l, Object kappa) {
        return Units.homogeneous(activationAt(activations(h, sigma), l), val(kappa));
    }

    public static boolean isHomogeneousIn(Heap h, Object rule, int l) {
        return Units.homogeneous(activationAt(activationsOf(h, rule), l), kappaOf(h, rule));
    }

    public static boolean satisfiesEulersIdentity(Heap h, Object gradient, Object p, Object sigma, Object x, Object g) {
        return Units.eulersIdentity(weights(h, p), biases(h, p), activations(h, sigma), weights(h, gradient), vals(h, x),
                vals(h, g));
    }

    public static boolean isBalancedGradient(Heap h, Object gradient, Object p, int l, int j) {
        return Units.balanced(weights(h, p), biases(h, p), weights(h, gradient), biases(h, gradient), l, j);
    }

    public static boolean squaresChangeBySecondOrder(Heap h, Object after, Object s, Stack gradientW, Mat gradientB, Object rate,
                                                     int l, int j) {
        return Units.squaresChange(weightsOf(state(h, s)), biasesOf(state(h, s)), weightsOf(state(h, after)),
                biasesOf(state(h, after)), gradientW,
                gradientB, qNeg(val(rate)), l, j);
    }

    public static boolean hasVanishingMinors(Heap h, Object p) {
        return Units.minorsVanish(weights(h, p));
    }

    public static boolean isOrthogonalToAllInputs(Heap h, Object v, Object schedule) {
        return Units.orthogonalToAll(vals(h, v), samplesOf(h, schedule));
    }

    public static Vec firstLayerRow(Heap h, Object p, int j) {
        return row(layer(weights(h, p), 0), j);
    }

    public static Vec combinationOfInputs(Heap h, Object p, Object rule, Object x, Object y, int j) {
        Vec shares = coefficients(weights(h, p), biases(h, p), activationsOf(h, rule), kappaOf(h, rule), lossOf(h, rule),
                mat(h, x), mat(h, y), qRatio(1, length(x)), j);
        return combination(shares, mat(h, x), length(x), inputs(weights(h, p)));
    }

    public static BigFraction innerProductWithRow(Heap h, Object s, int j, Object v) {
        return dot(row(layer(weightsOf(state(h, s)), 0), j), vals(h, v), length(v));
    }

    public static BigFraction innerProductWithVelocity(Heap h, Object s, int j, Object v) {
        return dot(row(layer(velocityOfWeights(state(h, s)), 0), j), vals(h, v), length(v));
    }
}
