package org.stillpoint.contract;

import static org.stillpoint.contract.Memory.activationsOf;
import static org.stillpoint.contract.Memory.kappaOf;
import static org.stillpoint.contract.Memory.state;
import static org.stillpoint.contract.Training.delta;
import static org.stillpoint.contract.Training.input;
import static org.stillpoint.contract.Training.preactivation;
import static org.stillpoint.contract.Training.sigma;
import static org.stillpoint.contract.Training.slope;
import static org.stillpoint.contract.Values.column;
import static org.stillpoint.contract.Values.qSignum;
import static org.stillpoint.contract.Values.qZero;
import static org.stillpoint.contract.Views.at;
import static org.stillpoint.contract.Views.biasesOf;
import static org.stillpoint.contract.Views.depth;
import static org.stillpoint.contract.Views.forAll;
import static org.stillpoint.contract.Views.layer;
import static org.stillpoint.contract.Views.row;
import static org.stillpoint.contract.Views.rows;
import static org.stillpoint.contract.Views.velocityOfBiases;
import static org.stillpoint.contract.Views.velocityOfWeights;
import static org.stillpoint.contract.Views.weightsOf;
import static org.stillpoint.contract.Zeros.isZeroMat;
import static org.stillpoint.contract.Zeros.isZeroVec;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;

/** The words of the theorems about units and layers that never move. */
public final class StillUnits {

    private StillUnits() {
    }

    /** Row j of layer l and column j of the layer above it are zero. */
    public static boolean prunedWeights(Stack w, int l, int j) {
        return isZeroVec(row(layer(w, l), j)) && isZeroVec(column(layer(w, l + 1), j));
    }

    private static boolean prunedPart(Stack w, Mat b, int l, int j) {
        return prunedWeights(w, l, j) && at(row(b, l), j) == qZero();
    }

    public static boolean prunedState(TrainingState t, int l, int j) {
        return 0 <= l && l + 2 <= depth(weightsOf(t)) && 0 <= j && j < rows(layer(weightsOf(t), l))
                && prunedPart(weightsOf(t), biasesOf(t), l, j) && prunedPart(velocityOfWeights(t), velocityOfBiases(t), l, j);
    }

    public static boolean deadBelowZero(Activations sigma, BigFraction kappa, int l) {
        return Zeros.forNumbers(q -> qSignum(q) >= 0
                || sigma(sigma.get(l), q) == qZero() && slope(sigma.get(l), kappa, q) == qZero());
    }

    public static boolean negativeVec(Vec v) {
        return v.entries().stream().allMatch(q -> qSignum(q) < 0);
    }

    public static boolean deadAt(Stack w, Mat b, Activations sigma, Vec x, int l) {
        return negativeVec(preactivation(w, b, sigma, x, l));
    }

    public static boolean deadOn(Stack w, Mat b, Activations sigma, Mat x, int l) {
        return x.entries().stream().allMatch(input -> deadAt(w, b, sigma, input, l));
    }

    public static boolean deadOnAll(Stack w, Mat b, Activations sigma, Stack x, int l) {
        return inputs(x).stream().allMatch(input -> deadAt(w, b, sigma, input, l));
    }

    private static List<Vec> inputs(Stack x) {
        return x.entries().stream().flatMap(batch -> batch.entries().stream()).toList();
    }

    /** Layers 0 to l + 1 are zero. */
    public static boolean zeroToAbove(Stack w, int l) {
        return forAll(l + 2, k -> isZeroMat(layer(w, k)));
    }

    public static boolean sameToAbove(Stack w, Stack v, int l) {
        return forAll(l + 2, k -> layer(w, k) == layer(v, k));
    }

    public static boolean zeroRowsTo(Mat b, int l) {
        return forAll(l + 1, k -> isZeroVec(row(b, k)));
    }

    public static boolean sameRowsTo(Mat b, Mat c, int l) {
        return forAll(l + 1, k -> row(b, k) == row(c, k));
    }

    /** The errors of layer l and of the n layers below it are zero. */
    public static boolean zeroDeltas(Stack w, Activations sigma, BigFraction kappa, Mat z, Vec g, int l, int n) {
        return IntStream.rangeClosed(Math.max(0, l - n), l).allMatch(k -> isZeroVec(delta(w, sigma, kappa, z, g, k)));
    }

    public static boolean equalInput(Stack w, Mat b, Stack v, Mat c, Activations sigma, Vec x, Vec y, int n) {
        return input(w, b, sigma, x, n) == input(v, c, sigma, y, n);
    }

    public static boolean equalOutput(Stack w, Mat b, Activations sigma, Vec x, Vec y) {
        return preactivation(w, b, sigma, x, depth(w) - 1) == preactivation(w, b, sigma, y, depth(w) - 1);
    }

    public static boolean constantOn(Stack w, Mat b, Activations sigma, Stack x) {
        return inputs(x).stream().map(input -> preactivation(w, b, sigma, input, depth(w) - 1)).distinct().count() <= 1;
    }

    public static boolean deadState(TrainingState t, TrainingState start, int l) {
        return 0 <= l && l + 2 <= depth(weightsOf(t)) && rows(biasesOf(t)) == depth(weightsOf(t))
                && sameToAbove(weightsOf(t), weightsOf(start), l) && sameRowsTo(biasesOf(t), biasesOf(start), l)
                && zeroToAbove(velocityOfWeights(t), l) && zeroRowsTo(velocityOfBiases(t), l);
    }

    public static boolean hasPrunedUnit(Heap h, Object s, int l, int j) {
        return prunedState(state(h, s), l, j);
    }

    public static boolean isZeroAtZeroIn(Heap h, Object rule, int l) {
        return sigma(activationsOf(h, rule).get(l), qZero()) == qZero();
    }

    public static boolean hasRestingLayers(Heap h, Object s, int l) {
        return hasFrozenLayers(h, s, s, l);
    }

    public static boolean hasFrozenLayers(Heap h, Object s, Object start, int l) {
        return deadState(state(h, s), state(h, start), l);
    }

    public static boolean isDeadBelowZero(Heap h, Object rule, int l) {
        return deadBelowZero(activationsOf(h, rule), kappaOf(h, rule), l);
    }

    public static boolean isDeadOn(Heap h, Object s, Activations sigma, Stack x, int l) {
        return deadOnAll(weightsOf(state(h, s)), biasesOf(state(h, s)), sigma, x, l);
    }

    public static boolean isConstantOn(Heap h, Object s, Activations sigma, Stack x) {
        return constantOn(weightsOf(state(h, s)), biasesOf(state(h, s)), sigma, x);
    }
}
