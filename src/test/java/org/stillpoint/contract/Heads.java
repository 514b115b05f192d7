package org.stillpoint.contract;

import static org.stillpoint.contract.Memory.activationsOf;
import static org.stillpoint.contract.Memory.biases;
import static org.stillpoint.contract.Memory.lossOf;
import static org.stillpoint.contract.Memory.mat;
import static org.stillpoint.contract.Memory.samplesOf;
import static org.stillpoint.contract.Memory.state;
import static org.stillpoint.contract.Memory.targetsOf;
import static org.stillpoint.contract.Memory.vals;
import static org.stillpoint.contract.Memory.weights;
import static org.stillpoint.contract.Training.delta;
import static org.stillpoint.contract.Training.lossDerivative;
import static org.stillpoint.contract.Training.lossDerivativeAtOutput;
import static org.stillpoint.contract.Units.equalBias;
import static org.stillpoint.contract.Units.equalColumns;
import static org.stillpoint.contract.Units.equalEntries;
import static org.stillpoint.contract.Units.equalRows;
import static org.stillpoint.contract.Values.qAdd;
import static org.stillpoint.contract.Values.qZero;
import static org.stillpoint.contract.Values.zeroVec;
import static org.stillpoint.contract.Views.at;
import static org.stillpoint.contract.Views.biasesOf;
import static org.stillpoint.contract.Views.depth;
import static org.stillpoint.contract.Views.forAll;
import static org.stillpoint.contract.Views.layer;
import static org.stillpoint.contract.Views.len;
import static org.stillpoint.contract.Views.row;
import static org.stillpoint.contract.Views.rows;
import static org.stillpoint.contract.Views.val;
import static org.stillpoint.contract.Views.velocityOfBiases;
import static org.stillpoint.contract.Views.velocityOfWeights;
import static org.stillpoint.contract.Views.weightsOf;
import static org.stillpoint.contract.Zeros.isZeroMat;
import static org.stillpoint.contract.Zeros.isZeroStack;
import static org.stillpoint.contract.Zeros.isZeroVec;
import static org.stillpoint.contract.Zeros.zeroRows;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;

/**
 * The words of the theorems about the last layer and what the loss tells it. What is said of a loss at every output and target
 * is tried on a few.
 */
public final class Heads {

    private static final List<BigFraction> ENTRIES = IntStream.rangeClosed(-2, 2).mapToObj(n -> val(new BigFraction(n, 2)))
            .toList();
    private static final List<BigFraction> FEW = IntStream.rangeClosed(0, 1).mapToObj(n -> val(new BigFraction(n))).toList();

    /** The vectors that stand for all vectors where something is said of a loss at each. */
    public static final List<Vec> VECTORS = Stream.concat(
            IntStream.rangeClosed(0, 2).boxed().flatMap(length -> vectors(length, ENTRIES)), vectors(3, FEW)).toList();

    private Heads() {
    }

    private static Stream<Vec> vectors(int length, List<BigFraction> entries) {
        return length == 0 ? Stream.of(Vec.of(0, i -> val(BigFraction.ZERO))) : vectors(length - 1, entries)
                .flatMap(shorter -> entries.stream().map(last -> Vec.of(length, i -> i < length - 1 ? at(shorter, i) : last)));
    }

    /** The error is zero in the layers from l - n to l. */
    public static boolean zeroErrors(Stack w, Activations sigma, BigFraction kappa, Mat z, Vec g, int l, int n) {
        return n < 0 || IntStream.rangeClosed(l - n, l).allMatch(k -> isZeroVec(delta(w, sigma, kappa, z, g, k)));
    }

    public static boolean flatAt(Stack w, Mat b, Activations sigma, Object loss, Vec x, Vec y) {
        return isZeroVec(lossDerivativeAtOutput(w, b, sigma, loss, x, y));
    }

    public static boolean flatOnBatch(Stack w, Mat b, Activations sigma, Object loss, Mat x, Mat y) {
        return forAll(rows(x), i -> flatAt(w, b, sigma, loss, row(x, i), row(y, i)));
    }

    public static boolean flatOnBatches(Stack w, Mat b, Activations sigma, Object loss, Stack x, Stack y) {
        return forAll(depth(x), t -> flatOnBatch(w, b, sigma, loss, layer(x, t), layer(y, t)));
    }

    public static boolean flatAtOutputZero(Object loss, Stack y, int outputs) {
        return forAll(depth(y), t -> forAll(rows(layer(y, t)),
                i -> isZeroVec(lossDerivative(loss, zeroVec(outputs), row(layer(y, t), i)))));
    }

    public static boolean stillState(TrainingState t, TrainingState start) {
        return weightsOf(t) == weightsOf(start) && biasesOf(t) == biasesOf(start) && isZeroStack(velocityOfWeights(t))
                && isZeroMat(velocityOfBiases(t));
    }

    public static boolean allZero(TrainingState t) {
        return isZeroStack(weightsOf(t)) && isZeroMat(biasesOf(t)) && isZeroStack(velocityOfWeights(t))
                && isZeroMat(velocityOfBiases(t));
    }

    public static BigFraction sumOfEntries(Vec v, int n) {
        BigFraction sum = qZero();
        for (int i = 0; i < n; i++) {
            sum = qAdd(sum, at(v, i));
        }
        return sum;
    }

    public static boolean zeroSum(Vec v) {
        return sumOfEntries(v, len(v)) == qZero();
    }

    public static boolean alikeRows(Mat m) {
        return forAll(rows(m), i -> row(m, i) == row(m, 0));
    }

    public static boolean alikeOutputRows(Stack w) {
        return alikeRows(layer(w, depth(w) - 1));
    }

    public static boolean zeroLayers(Stack w, int n) {
        return forAll(n, l -> isZeroMat(layer(w, l)));
    }

    public static boolean zeroSumOnBatch(Stack w, Mat b, Activations sigma, Object loss, Mat x, Mat y) {
        return forAll(rows(x), i -> zeroSum(lossDerivativeAtOutput(w, b, sigma, loss, row(x, i), row(y, i))));
    }

    public static boolean treatsAlike(Object loss, int i, int j) {
        return VECTORS.stream().filter(f -> equalEntries(f, i, j)).allMatch(f -> VECTORS.stream()
                .filter(y -> equalEntries(y, i, j)).allMatch(y -> equalEntries(lossDerivative(loss, f, y), i, j)));
    }

    public static boolean equalLastRows(Stack w, int i, int j) {
        return equalRows(layer(w, depth(w) - 1), i, j);
    }

    public static boolean equalLastBias(Mat b, int i, int j) {
        return equalBias(row(b, rows(b) - 1), i, j);
    }

    public static boolean equalOutputs(TrainingState t, int i, int j) {
        int layers = depth(weightsOf(t));
        return layers >= 1 && rows(biasesOf(t)) == layers && depth(velocityOfWeights(t)) == layers
                && rows(velocityOfBiases(t)) == layers && equalLastRows(weightsOf(t), i, j) && equalLastBias(biasesOf(t), i, j)
                && equalLastRows(velocityOfWeights(t), i, j) && equalLastBias(velocityOfBiases(t), i, j);
    }

    public static boolean hasFlatLossOn(Heap h, Object s, Object rule, Object schedule) {
        return flatOnBatches(weightsOf(state(h, s)), biasesOf(state(h, s)), activationsOf(h, rule), lossOf(h, rule),
                samplesOf(h, schedule), targetsOf(h, schedule));
    }

    public static boolean isFlatAtOutputZero(Heap h, Object rule, Object schedule, Object s) {
        Stack w = weightsOf(state(h, s));
        return flatAtOutputZero(lossOf(h, rule), targetsOf(h, schedule), rows(layer(w, depth(w) - 1)));
    }

    public static boolean isStillAt(Heap h, Object s, Object start) {
        return stillState(state(h, s), state(h, start));
    }

    public static boolean isAllZero(Heap h, Object s) {
        return allZero(state(h, s));
    }

    public static boolean hasAlikeOutputRows(Heap h, Object p) {
        return alikeOutputRows(weights(h, p));
    }

    public static boolean addsUpToZero(Heap h, Object g) {
        return zeroSum(vals(h, g));
    }

    public static boolean addsUpToZeroOn(Heap h, Object p, Object rule, Object x, Object y) {
        return zeroSumOnBatch(weights(h, p), biases(h, p), activationsOf(h, rule), lossOf(h, rule), mat(h, x), mat(h, y));
    }

    public static boolean isZeroBelowTheOutputs(Heap h, Object gradient, Object p) {
        int last = depth(weights(h, p)) - 1;
        return zeroLayers(weights(h, gradient), last) && zeroRows(biases(h, gradient), last);
    }

    public static boolean treatsOutputsAlike(Heap h, Object rule, int i, int j) {
        return treatsAlike(lossOf(h, rule), i, j);
    }

    public static boolean hasEqualOutputs(Heap h, Object s, int i, int j) {
        return equalOutputs(state(h, s), i, j);
    }

    public static boolean hasEqualTargets(Heap h, Object schedule, int i, int j) {
        return forAll(depth(targetsOf(h, schedule)), t -> equalColumns(layer(targetsOf(h, schedule), t), i, j));
    }
}
