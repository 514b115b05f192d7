package org.stillpoint.contract;

import static org.stillpoint.contract.Heads.VECTORS;
import static org.stillpoint.contract.Memory.activationsOf;
import static org.stillpoint.contract.Memory.biases;
import static org.stillpoint.contract.Memory.length;
import static org.stillpoint.contract.Memory.lossOf;
import static org.stillpoint.contract.Memory.mat;
import static org.stillpoint.contract.Memory.state;
import static org.stillpoint.contract.Memory.targetsOf;
import static org.stillpoint.contract.Memory.weights;
import static org.stillpoint.contract.Shapes.hasColumns;
import static org.stillpoint.contract.Training.delta;
import static org.stillpoint.contract.Training.input;
import static org.stillpoint.contract.Training.lossDerivative;
import static org.stillpoint.contract.Training.sigma;
import static org.stillpoint.contract.Values.qMul;
import static org.stillpoint.contract.Values.qRatio;
import static org.stillpoint.contract.Values.qZero;
import static org.stillpoint.contract.Views.activationAt;
import static org.stillpoint.contract.Views.at;
import static org.stillpoint.contract.Views.biasesOf;
import static org.stillpoint.contract.Views.count;
import static org.stillpoint.contract.Views.depth;
import static org.stillpoint.contract.Views.forAll;
import static org.stillpoint.contract.Views.layer;
import static org.stillpoint.contract.Views.len;
import static org.stillpoint.contract.Views.row;
import static org.stillpoint.contract.Views.rows;
import static org.stillpoint.contract.Views.velocityOfBiases;
import static org.stillpoint.contract.Views.velocityOfWeights;
import static org.stillpoint.contract.Views.weightsOf;
import static org.stillpoint.contract.Zeros.isZeroMat;
import static org.stillpoint.contract.Zeros.isZeroStack;
import static org.stillpoint.contract.Zeros.isZeroVec;
import static org.stillpoint.contract.Zeros.zeroRows;

import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;

/**
 * The words of the theorems about blocks inside any model. What is said of a loss at all vectors is tried on a few.
 */
public final class Blocks {

    private Blocks() {
    }

    private static int last(Stack w) {
        return depth(w) - 1;
    }

    public static boolean zeroTail(Stack w, Mat b) {
        return isZeroMat(layer(w, last(w))) && isZeroMat(layer(w, last(w) - 1)) && isZeroVec(row(b, last(w) - 1));
    }

    public static boolean zeroTailDeltas(Stack w, Activations sigma, BigFraction kappa, Mat z, Vec g, int n) {
        return IntStream.range(last(w) - n, last(w)).allMatch(l -> isZeroVec(delta(w, sigma, kappa, z, g, l)));
    }

    public static boolean zeroAtZeroAt(Activations sigma, int l) {
        return sigma(activationAt(sigma, l), qZero()) == qZero();
    }

    public static boolean zeroTailState(TrainingState t, TrainingState start) {
        Stack w = weightsOf(t);
        return last(w) >= 1 && rows(biasesOf(t)) == depth(w) && w == weightsOf(start)
                && forAll(last(w), l -> row(biasesOf(t), l) == row(biasesOf(start), l)) && zeroTail(w, biasesOf(t))
                && isZeroStack(velocityOfWeights(t)) && zeroRows(velocityOfBiases(t), last(w));
    }

    public static boolean takesErrors(Object loss) {
        return VECTORS.stream().allMatch(f -> VECTORS.stream().filter(y -> len(y) == len(f))
                .allMatch(y -> lossDerivative(loss, f, y) == y));
    }

    public static boolean errorsFit(Stack errors, Stack w) {
        return forAll(depth(errors), t -> hasColumns(layer(errors, t), rows(layer(w, last(w)))));
    }

    public static boolean zeroLayersBelow(Stack w, int n) {
        return forAll(n, l -> isZeroMat(layer(w, l)));
    }

    /** Entry (j, k): c times the sum of error j times entry k of what enters the last layer, in the shape of that layer. */
    public static Mat errorsTimesBlock(Stack w, Mat b, Activations sigma, Mat x, Mat errors, BigFraction c, int n) {
        Mat shape = layer(w, last(w));
        return Mat.of(rows(shape), j -> Vec.of(len(row(shape, j)), k -> IntStream.range(0, n)
                .mapToObj(i -> qMul(c, entry(w, b, sigma, row(x, i), row(errors, i), j, k))).reduce(qZero(), Values::qAdd)));
    }

    private static BigFraction entry(Stack w, Mat b, Activations sigma, Vec x, Vec errors, int j, int k) {
        return qMul(at(errors, j), at(input(w, b, sigma, x, last(w)), k));
    }

    public static boolean hasZeroTail(Heap h, Object s) {
        return hasKeptZeroTail(h, s, s);
    }

    public static boolean hasKeptZeroTail(Heap h, Object s, Object start) {
        return zeroTailState(state(h, s), state(h, start));
    }

    public static boolean isZeroAtZeroBeforeTheLastLayer(Heap h, Object rule) {
        return zeroAtZeroAt(activationsOf(h, rule), count(activationsOf(h, rule)) - 1);
    }

    public static boolean takesErrorsAsTargets(Heap h, Object rule) {
        return takesErrors(lossOf(h, rule));
    }

    public static boolean areErrors(Heap h, Object errors, Object p) {
        Stack w = weights(h, p);
        return hasColumns(mat(h, errors), rows(layer(w, last(w))));
    }

    public static boolean areErrorsOf(Heap h, Object schedule, Object s) {
        return errorsFit(targetsOf(h, schedule), weightsOf(state(h, s)));
    }

    public static boolean hasZeroLastLayer(Heap h, Object p) {
        return isZeroMat(layer(weights(h, p), last(weights(h, p))));
    }

    public static boolean isZeroBelowTheLastLayer(Heap h, Object gradient) {
        Stack w = weights(h, gradient);
        return zeroLayersBelow(w, last(w)) && zeroRows(biases(h, gradient), last(w));
    }

    public static Mat gradientOfTheLastLayer(Heap h, Object gradient) {
        Stack w = weights(h, gradient);
        return layer(w, last(w));
    }

    public static Mat meanOfErrorsTimesBlock(Heap h, Object p, Object rule, Object x, Object errors) {
        return errorsTimesBlock(weights(h, p), biases(h, p), activationsOf(h, rule), mat(h, x), mat(h, errors),
                qRatio(1, length(x)), length(x));
    }
}
