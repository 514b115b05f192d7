package org.stillpoint.contract;

import static org.stillpoint.contract.Memory.activations;
import static org.stillpoint.contract.Memory.activationsOf;
import static org.stillpoint.contract.Memory.biasOf;
import static org.stillpoint.contract.Memory.biases;
import static org.stillpoint.contract.Memory.incomingOf;
import static org.stillpoint.contract.Memory.indexOf;
import static org.stillpoint.contract.Memory.isSmallUnit;
import static org.stillpoint.contract.Memory.kappaOf;
import static org.stillpoint.contract.Memory.length;
import static org.stillpoint.contract.Memory.lossOf;
import static org.stillpoint.contract.Memory.mat;
import static org.stillpoint.contract.Memory.outgoingOf;
import static org.stillpoint.contract.Memory.samplesOf;
import static org.stillpoint.contract.Memory.scaleOf;
import static org.stillpoint.contract.Memory.state;
import static org.stillpoint.contract.Memory.targetsOf;
import static org.stillpoint.contract.Memory.vals;
import static org.stillpoint.contract.Memory.weights;
import static org.stillpoint.contract.MemoryShapes.weightsAt;
import static org.stillpoint.contract.MemoryTraining.stateAfter;
import static org.stillpoint.contract.Shapes.noBias;
import static org.stillpoint.contract.Shapes.oneOutput;
import static org.stillpoint.contract.Shapes.sameShape;
import static org.stillpoint.contract.Shapes.sameStackShape;
import static org.stillpoint.contract.Training.deltaWhereBias;
import static org.stillpoint.contract.Values.dot;
import static org.stillpoint.contract.Values.qAdd;
import static org.stillpoint.contract.Values.qMul;
import static org.stillpoint.contract.Values.qSignum;
import static org.stillpoint.contract.Values.qZero;
import static org.stillpoint.contract.Views.activationAt;
import static org.stillpoint.contract.Views.at;
import static org.stillpoint.contract.Views.biasesOf;
import static org.stillpoint.contract.Views.count;
import static org.stillpoint.contract.Views.depth;
import static org.stillpoint.contract.Views.forAll;
import static org.stillpoint.contract.Views.layer;
import static org.stillpoint.contract.Views.row;
import static org.stillpoint.contract.Views.rows;
import static org.stillpoint.contract.Views.val;
import static org.stillpoint.contract.Views.velocityOfWeights;
import static org.stillpoint.contract.Views.weightsOf;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.Relu;

/** What the words of {@link Zeros} say, of the objects and arrays that a heap holds. */
public final class MemoryZeros {

    private MemoryZeros() {
    }

    private static Mat biasesAt(Heap h, Object s) {
        return biasesOf(state(h, s));
    }

    public static boolean areZeroAtZero(Heap h, Object sigma) {
        return Zeros.zeroAtZero(activations(h, sigma), length(sigma));
    }

    public static boolean isZeroAtZero(Heap h, Object rule) {
        return Zeros.zeroAtZero(activationsOf(h, rule), count(activationsOf(h, rule)));
    }

    public static boolean isZeroBelowLayer(Heap h, Object p, int n) {
        return Zeros.isZeroStack(weights(h, p)) && Zeros.zeroRows(biases(h, p), n);
    }

    public static boolean hasOutputBiasGradient(Heap h, Object gradient, Object p, Object g) {
        int last = depth(weights(h, p)) - 1;
        return row(biases(h, gradient), last) == deltaWhereBias(row(biases(h, p), last), vals(h, g));
    }

    public static boolean isZeroBelowTheOutputBias(Heap h, Object s) {
        return Zeros.zeroState(state(h, s), depth(weightsAt(h, s)));
    }

    public static boolean hasNoOutputBias(Heap h, Object s) {
        return noBias(biasesAt(h, s), depth(weightsAt(h, s)) - 1);
    }

    public static boolean hasZeroVelocity(Heap h, Object s) {
        return Zeros.zeroVelocity(state(h, s));
    }

    public static boolean hasConstantOutput(Heap h, Object s) {
        return Zeros.constantOutput(weightsAt(h, s));
    }

    public static boolean hasOneOutput(Heap h, Object s) {
        return oneOutput(weightsAt(h, s));
    }

    public static boolean isBalancedLabelling(Heap h, Object y) {
        return MemoryShapes.hasOneColumn(h, y) && Zeros.balancedSigns(mat(h, y));
    }

    public static Vec outputBiasOf(Heap h, Object s) {
        return Zeros.constant(weightsAt(h, s), biasesAt(h, s));
    }

    public static Vec outputBiasAfter(Heap h, Object s, Object rule, Object schedule) {
        TrainingState after = stateAfter(h, s, rule, schedule);
        return Zeros.constant(weightsOf(after), biasesOf(after));
    }

    public static int labelOfOutputBias(Heap h, Object s, int labelOfZero) {
        return Zeros.constantLabel(weightsAt(h, s), biasesAt(h, s), labelOfZero);
    }

    public static int labelOfOutputBiasAfter(Heap h, Object s, Object rule, Object schedule, int labelOfZero) {
        TrainingState after = stateAfter(h, s, rule, schedule);
        return Zeros.constantLabel(weightsOf(after), biasesOf(after), labelOfZero);
    }

    public static boolean isAtRest(Heap h, Object s) {
        return Zeros.atRest(state(h, s));
    }

    public static boolean isAtTheSameRest(Heap h, Object s, Object start) {
        return Zeros.sameRest(state(h, s), state(h, start));
    }

    public static boolean hasBalancedBatches(Heap h, Object schedule, Object rule, Object g) {
        return Zeros.balancedBatches(lossOf(h, rule), targetsOf(h, schedule), vals(h, g));
    }

    public static boolean isSilent(Heap h, Object s) {
        return isStillSilent(h, s, s);
    }

    public static boolean isStillSilent(Heap h, Object s, Object start) {
        return Zeros.silentState(state(h, s), state(h, start));
    }

    public static boolean isFlatAtZero(Heap h, Object rule) {
        return Zeros.flatAtZero(activationsOf(h, rule), kappaOf(h, rule), count(activationsOf(h, rule)));
    }

    public static boolean isFlatBelowZero(Heap h, Object rule) {
        return Zeros.flatBelowZero(activationsOf(h, rule), kappaOf(h, rule));
    }

    public static boolean isRelu(Heap h, Object rule) {
        Activations sigma = activationsOf(h, rule);
        return forAll(count(sigma), l -> activationAt(sigma, l) instanceof Relu);
    }

    public static boolean hasNoSlopeAtTheKink(Heap h, Object rule) {
        return kappaOf(h, rule) == qZero();
    }

    public static boolean isZeroFeature(Heap h, Object schedule, int k) {
        return Zeros.zeroFeature(samplesOf(h, schedule), k);
    }

    public static boolean hasZeroVelocityInColumn(Heap h, Object s, int k) {
        return Zeros.zeroColumn(layer(velocityOfWeights(state(h, s)), 0), k);
    }

    public static boolean hasFrozenColumn(Heap h, Object s, Object start, int k) {
        return Zeros.frozenColumn(state(h, s), state(h, start), k);
    }

    public static boolean hasRestingUnit(Heap h, Object s, int j) {
        return hasFrozenUnit(h, s, s, j);
    }

    public static boolean hasFrozenUnit(Heap h, Object s, Object start, int j) {
        return Zeros.frozenUnit(state(h, s), state(h, start), j);
    }

    public static boolean hasNoSlopeOn(Heap h, Object s, Object rule, Object schedule, int j) {
        return Zeros.noSlope(weightsAt(h, s), biasesAt(h, s), activationsOf(h, rule), kappaOf(h, rule),
                samplesOf(h, schedule), j);
    }

    public static boolean isNegativeOn(Heap h, Object s, Stack x, int j) {
        return Zeros.negativeOn(weightsAt(h, s), biasesAt(h, s), x, j);
    }

    public static boolean startsWithRelu(Heap h, Object sigma) {
        return Zeros.firstIsRelu(activations(h, sigma));
    }

    public static boolean isSmallUnitOf(Heap h, int units, Object u) {
        return isSmallUnit(h, u) && 0 <= indexOf(h, u) && indexOf(h, u) < units;
    }

    public static boolean isNetworkOfSmallUnit(Heap h, Object p, Object u) {
        return Zeros.oneSmallUnit(weights(h, p), biases(h, p), incomingOf(h, u), biasOf(h, u), outgoingOf(h, u),
                scaleOf(h, u), indexOf(h, u));
    }

    public static boolean isZeroNetworkLike(Heap h, Object zero, Object p) {
        return Zeros.isZeroStack(weights(h, zero)) && Zeros.isZeroMat(biases(h, zero))
                && sameStackShape(weights(h, zero), weights(h, p))
                && sameShape(biases(h, zero), biases(h, p));
    }

    public static boolean isSmallEnough(Heap h, Object u, Object x, Object y) {
        return qSignum(scaleOf(h, u)) == 1
                && Zeros.noMarginAboveOne(scaleOf(h, u), outgoingOf(h, u), incomingOf(h, u), biasOf(h, u), mat(h, x), mat(h, y));
    }

    private static BigFraction correlationOf(Heap h, Object u, Object x, Object y) {
        return Zeros.correlation(incomingOf(h, u), biasOf(h, u), mat(h, x), mat(h, y), length(x));
    }

    public static boolean hasSignOfCorrelation(Heap h, Object u, Object x, Object y) {
        return Zeros.sameSign(outgoingOf(h, u), correlationOf(h, u, x, y));
    }

    public static boolean isAboveMargins(Heap h, Object d, Object u, Object x, Object y) {
        return Zeros.reciprocal(scaleOf(h, u), val(d))
                && Zeros.aboveMargins(val(d), outgoingOf(h, u), incomingOf(h, u), biasOf(h, u), mat(h, x), mat(h, y));
    }

    public static boolean isAboveEveryMargin(Heap h, Object d, Object scale, Object p, Object x, Object y) {
        return Zeros.reciprocal(val(scale), val(d)) && Zeros.aboveEveryMargin(val(d), layer(weights(h, p), 0),
                row(biases(h, p), 0), mat(h, x), mat(h, y));
    }

    public static boolean isUnitOf(Heap h, Object unit, Object p, int j, Object outgoing, Object scale) {
        return isSmallUnit(h, unit) && indexOf(h, unit) == j
                && incomingOf(h, unit) == row(layer(weights(h, p), 0), j) && biasOf(h, unit) == at(row(biases(h, p), 0), j)
                && outgoingOf(h, unit) == val(outgoing) && scaleOf(h, unit) == val(scale);
    }

    public static BigFraction outputOfSmallUnit(Heap h, Object u, Object x) {
        return Zeros.outputAt(scaleOf(h, u), outgoingOf(h, u), Zeros.unitAt(incomingOf(h, u), biasOf(h, u), vals(h, x)));
    }

    public static BigFraction hingeLossOf(Heap h, Object u, Object x, Object y, int n) {
        return Zeros.nearLoss(scaleOf(h, u), outgoingOf(h, u), incomingOf(h, u), biasOf(h, u), mat(h, x), mat(h, y), n);
    }

    public static BigFraction fallOfLoss(Heap h, Object u, Object x, Object y) {
        return Zeros.outputAt(scaleOf(h, u), outgoingOf(h, u), correlationOf(h, u, x, y));
    }

    public static boolean hasOneHiddenLayer(Heap h, Object p) {
        return Zeros.oneHiddenLayer(weights(h, p));
    }

    public static boolean hasPositiveMargins(Heap h, Object p, Object sigma, Object x, Object y) {
        return Zeros.positiveMargins(weights(h, p), biases(h, p), activations(h, sigma), mat(h, x), mat(h, y));
    }

    public static boolean hasBalancedLabels(Heap h, Object y) {
        return Zeros.balancedLabels(mat(h, y));
    }

    public static Vec correlationsOfUnits(Heap h, Object p, Object x, Object y, int n) {
        return Zeros.correlations(layer(weights(h, p), 0), row(biases(h, p), 0), mat(h, x), mat(h, y), n);
    }

    public static BigFraction correlationOfUnit(Heap h, Object p, Object x, Object y, int j) {
        return Zeros.correlation(row(layer(weights(h, p), 0), j), at(row(biases(h, p), 0), j), mat(h, x), mat(h, y), length(x));
    }

    public static BigFraction sumOfCorrelations(Heap h, Object p, Object x, Object y) {
        Vec outgoing = row(layer(weights(h, p), 1), 0);
        int units = rows(layer(weights(h, p), 0));
        return qAdd(dot(outgoing, correlationsOfUnits(h, p, x, y, length(x)), units),
                qMul(at(row(biases(h, p), 1), 0), Zeros.labelSum(mat(h, y), length(x))));
    }

    public static BigFraction sumOfMargins(Heap h, Object p, Object sigma, Object x, Object y, int n) {
        return Zeros.marginSum(weights(h, p), biases(h, p), activations(h, sigma), mat(h, x), mat(h, y), n);
    }

    public static BigFraction firstOutputOf(Heap h, Object p, Object sigma, Object x) {
        return Zeros.firstOutput(weights(h, p), biases(h, p), activations(h, sigma), vals(h, x));
    }

    public static Vec hiddenUnitsAt(Heap h, Object p, Object x) {
        return Zeros.unitsAt(layer(weights(h, p), 0), row(biases(h, p), 0), vals(h, x));
    }
}
