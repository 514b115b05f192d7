package org.stillpoint.contract;

import static org.stillpoint.contract.Shapes.sameShape;
import static org.stillpoint.contract.Shapes.sameStackShape;
import static org.stillpoint.contract.Training.label;
import static org.stillpoint.contract.Training.lossDerivative;
import static org.stillpoint.contract.Training.preactivation;
import static org.stillpoint.contract.Training.relu;
import static org.stillpoint.contract.Training.sigma;
import static org.stillpoint.contract.Training.slope;
import static org.stillpoint.contract.Values.affine;
import static org.stillpoint.contract.Values.dot;
import static org.stillpoint.contract.Values.outer;
import static org.stillpoint.contract.Values.qAdd;
import static org.stillpoint.contract.Values.qMul;
import static org.stillpoint.contract.Values.qNeg;
import static org.stillpoint.contract.Values.qRatio;
import static org.stillpoint.contract.Values.qSignum;
import static org.stillpoint.contract.Values.qZero;
import static org.stillpoint.contract.Values.scaled;
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

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;

/**
 * Zeros and what they do: networks of zeros, with a silent first layer, with a constant output, near zero; parts that never
 * change; balanced batches. What is said of an activation function for every number is tried on a few.
 */
public final class Zeros {

    /** The numbers that stand for all numbers where something is said of an activation function at each. */
    public static final List<BigFraction> NUMBERS = IntStream.rangeClosed(-6, 6).mapToObj(n -> val(new BigFraction(n, 3)))
            .toList();

    private Zeros() {
    }

    static boolean forNumbers(Predicate<BigFraction> holds) {
        return NUMBERS.stream().allMatch(holds);
    }

    public static boolean isZeroVec(Vec v) {
        return forAll(len(v), i -> at(v, i) == qZero());
    }

    public static boolean isZeroMat(Mat m) {
        return forAll(rows(m), i -> isZeroVec(row(m, i)));
    }

    public static boolean isZeroStack(Stack s) {
        return forAll(depth(s), l -> isZeroMat(layer(s, l)));
    }

    public static boolean zeroRows(Mat b, int n) {
        return forAll(n, l -> isZeroVec(row(b, l)));
    }

    public static boolean zeroState(TrainingState t, int depth) {
        return depth(weightsOf(t)) == depth && isZeroStack(weightsOf(t)) && zeroRows(biasesOf(t), depth - 1)
                && isZeroStack(velocityOfWeights(t)) && zeroRows(velocityOfBiases(t), depth - 1);
    }

    public static boolean zeroVelocity(TrainingState t) {
        return isZeroStack(velocityOfWeights(t)) && isZeroMat(velocityOfBiases(t))
                && sameStackShape(velocityOfWeights(t), weightsOf(t)) && sameShape(velocityOfBiases(t), biasesOf(t));
    }

    public static boolean zeroAtZero(Activations sigma, int n) {
        return forAll(n, l -> sigma(sigma.get(l), qZero()) == qZero());
    }

    public static boolean flatAtZero(Activations sigma, BigFraction kappa, int n) {
        return forAll(n, l -> slope(sigma.get(l), kappa, qZero()) == qZero());
    }

    public static boolean flatBelowZero(Activations sigma, BigFraction kappa) {
        return forNumbers(q -> qSignum(q) >= 0 || slope(sigma.get(0), kappa, q) == qZero());
    }

    public static boolean silentState(TrainingState t, TrainingState start) {
        int last = depth(weightsOf(t)) - 1;
        return last >= 1 && rows(biasesOf(t)) == last + 1 && weightsOf(t) == weightsOf(start)
                && forAll(last, l -> row(biasesOf(t), l) == row(biasesOf(start), l))
                && isZeroMat(layer(weightsOf(t), 0)) && zeroRows(biasesOf(t), last) && isZeroStack(velocityOfWeights(t))
                && zeroRows(velocityOfBiases(t), last);
    }

    public static boolean zeroEntry(Vec v, int i) {
        return at(v, i) == qZero();
    }

    public static boolean zeroRow(Mat m, int i) {
        return isZeroVec(row(m, i));
    }

    public static boolean sameEntry(Vec u, Vec v, int i) {
        return len(u) == len(v) && at(u, i) == at(v, i);
    }

    public static boolean sameRow(Mat m, Mat n, int i) {
        return rows(m) == rows(n) && row(m, i) == row(n, i);
    }

    public static boolean sameColumn(Mat m, Mat n, int k) {
        return rows(m) == rows(n) && forAll(rows(m), i -> at(row(m, i), k) == at(row(n, i), k));
    }

    public static boolean sameWeights(Stack w, Stack v) {
        return w == v;
    }

    /** The biases of the first n layers. */
    public static boolean sameHiddenBiases(Mat b, Mat c, int n) {
        return forAll(n, l -> row(b, l) == row(c, l));
    }

    /** The first layer and all hidden biases are zero. */
    public static boolean silent(Stack w, Mat b) {
        return isZeroMat(layer(w, 0)) && zeroRows(b, depth(w) - 1);
    }

    public static boolean zeroColumn(Mat m, int k) {
        return forAll(rows(m), i -> at(row(m, i), k) == qZero());
    }

    public static boolean zeroFeature(Stack x, int k) {
        return forAll(depth(x), t -> zeroFeatureIn(layer(x, t), k));
    }

    public static boolean zeroFeatureIn(Mat x, int k) {
        return zeroColumn(x, k);
    }

    public static boolean frozenColumn(TrainingState t, TrainingState start, int k) {
        Mat first = layer(weightsOf(t), 0);
        Mat before = layer(weightsOf(start), 0);
        return depth(weightsOf(t)) >= 1 && rows(first) == rows(before)
                && forAll(rows(first), i -> at(row(first, i), k) == at(row(before, i), k))
                && zeroColumn(layer(velocityOfWeights(t), 0), k);
    }

    public static boolean frozenUnit(TrainingState t, TrainingState start, int j) {
        Mat first = layer(weightsOf(t), 0);
        Mat before = layer(weightsOf(start), 0);
        Vec b = row(biasesOf(t), 0);
        Vec bBefore = row(biasesOf(start), 0);
        return depth(weightsOf(t)) >= 2 && rows(biasesOf(t)) >= 1 && 0 <= j && j < rows(first) && rows(first) == rows(before)
                && row(first, j) == row(before, j) && len(b) == len(bBefore) && at(b, j) == at(bBefore, j)
                && isZeroVec(row(layer(velocityOfWeights(t), 0), j)) && at(row(velocityOfBiases(t), 0), j) == qZero();
    }

    /** Unit j of a first layer has slope 0 at an input. */
    public static boolean flatOn(Mat m, Vec b, Activations sigma, BigFraction kappa, Vec x, int j) {
        return slope(sigma.get(0), kappa, at(affine(m, b, x), j)) == qZero();
    }

    public static boolean noSlopeOn(Mat m, Vec b, Activations sigma, BigFraction kappa, Mat x, int j) {
        return forAll(rows(x), n -> flatOn(m, b, sigma, kappa, row(x, n), j));
    }

    public static boolean negativeAt(Mat m, Vec b, Vec x, int j) {
        return qSignum(at(affine(m, b, x), j)) < 0;
    }

    private static boolean onAllInputs(Stack x, Predicate<Vec> holds) {
        return x.entries().stream().flatMap(batch -> batch.entries().stream()).allMatch(holds);
    }

    public static boolean noSlope(Stack w, Mat b, Activations sigma, BigFraction kappa, Stack x, int j) {
        return onAllInputs(x, input -> slope(sigma.get(0), kappa, at(affine(layer(w, 0), row(b, 0), input), j)) == qZero());
    }

    public static boolean negativeOn(Stack w, Mat b, Stack x, int j) {
        return onAllInputs(x, input -> qSignum(at(affine(layer(w, 0), row(b, 0), input), j)) < 0);
    }

    public static boolean constantOutput(Stack w) {
        return isZeroMat(layer(w, depth(w) - 1));
    }

    public static Vec biasOrZeros(Vec b, int n) {
        return Vec.of(n, i -> len(b) == 0 ? qZero() : at(b, i));
    }

    public static Vec constant(Stack w, Mat b) {
        return biasOrZeros(row(b, depth(w) - 1), rows(layer(w, depth(w) - 1)));
    }

    public static int constantLabel(Stack w, Mat b, int labelOfZero) {
        return label(at(biasOrZeros(row(b, depth(w) - 1), 1), 0), labelOfZero);
    }

    public static boolean halfRight(int right, int label, int samples) {
        return label == 0 ? right == 0 : right + right == samples;
    }

    /** How many of the first n targets have a sign. */
    public static int countSign(Mat y, int sign, int n) {
        return (int) IntStream.range(0, n).filter(i -> qSignum(at(row(y, i), 0)) == sign).count();
    }

    /** How many of the first n targets have a label; none has 0, which is no label. */
    public static int countLabel(Mat y, int label, int n) {
        return label == 0 ? 0 : countSign(y, label, n);
    }

    public static boolean balancedSigns(Mat y) {
        return countSign(y, 1, rows(y)) == countSign(y, -1, rows(y)) && countSign(y, 0, rows(y)) == 0;
    }

    /** How many of the first n labels are positive, less how many are not. */
    public static int surplus(Mat y, int n) {
        return 2 * countSign(y, 1, n) - Math.max(n, 0);
    }

    /** The sum of c dl/df over the first n targets, all at one output. */
    public static Vec sumOfLossDerivatives(Object loss, Vec output, Mat y, BigFraction c, int n) {
        return Vec.of(len(output), i -> Values.sum(n, k -> qMul(c, at(lossDerivative(loss, output, row(y, k)), i))));
    }

    public static boolean balancedBatch(Object loss, Mat y, Vec g) {
        return surplus(y, rows(y)) == 0 && forAll(rows(y), n -> lossDerivative(loss, zeroVec(len(g)), row(y, n))
                == (qSignum(at(row(y, n), 0)) == 1 ? g : Vec.of(len(g), i -> qNeg(at(g, i)))));
    }

    public static boolean balancedBatches(Object loss, Stack y, Vec g) {
        return forAll(depth(y), t -> balancedBatch(loss, layer(y, t), g));
    }

    public static boolean sameBatchSizes(Stack x, Stack y) {
        return forAll(depth(y), t -> rows(layer(x, t)) == rows(layer(y, t)));
    }

    /** All weights are zero. */
    public static boolean restWeights(Stack w) {
        return isZeroStack(w);
    }

    /** All biases are zero. */
    public static boolean restBiases(Mat b) {
        return isZeroMat(b);
    }

    /** The pre-activations of a layer whose weights are zero. */
    public static Vec restPreactivation(Mat m, Vec b) {
        return biasOrZeros(b, rows(m));
    }

    /** What enters the last layer if all weights are zero. */
    public static Vec restInput(Stack w, Mat b, Activations sigma) {
        int before = depth(w) - 2;
        return Training.activated(sigma.get(before), restPreactivation(layer(w, before), row(b, before)));
    }

    public static boolean atRest(TrainingState t) {
        int last = depth(weightsOf(t)) - 1;
        Vec outputBias = row(biasesOf(t), last);
        return last >= 1 && rows(biasesOf(t)) == last + 1 && isZeroStack(weightsOf(t)) && isZeroStack(velocityOfWeights(t))
                && isZeroMat(velocityOfBiases(t))
                && isZeroVec(outputBias) && (len(outputBias) == 0 || len(outputBias) == rows(layer(weightsOf(t), last)));
    }

    public static boolean sameRest(TrainingState t, TrainingState start) {
        int last = depth(weightsOf(t)) - 1;
        return atRest(t) && biasesOf(t) == biasesOf(start) && last == depth(weightsOf(start)) - 1
                && rows(layer(weightsOf(t), last)) == rows(layer(weightsOf(start), last));
    }

    public static boolean firstIsRelu(Activations sigma) {
        return forNumbers(q -> sigma(sigma.get(0), q) == relu(q));
    }

    public static boolean oneSmallUnit(Stack w, Mat b, Vec u, BigFraction c, BigFraction s, BigFraction eps, int j) {
        return qSignum(eps) >= 0 && depth(w) == 2 && 0 <= j && j < rows(layer(w, 0)) && rows(layer(w, 1)) >= 1
                && row(layer(w, 0), j) == scaled(eps, u)
                && Shapes.inputs(w) == len(u) && len(row(b, 0)) >= 1 && at(row(b, 0), j) == qMul(eps, c)
                && at(row(b, 1), 0) == qZero()
                && isZeroVec(Vec.of(len(row(layer(w, 1), 0)), k -> k == j ? qZero() : at(row(layer(w, 1), 0), k)))
                && at(row(layer(w, 1), 0), j) == qMul(eps, s);
    }

    public static boolean firstEntry(Vec v, BigFraction q) {
        return at(v, 0) == q;
    }

    public static BigFraction unitAt(Vec u, BigFraction c, Vec x) {
        return relu(qAdd(dot(u, x, len(x)), c));
    }

    public static BigFraction outputAt(BigFraction eps, BigFraction s, BigFraction unit) {
        return qMul(qMul(eps, s), qMul(eps, unit));
    }

    public static BigFraction hinge(BigFraction margin) {
        return relu(qAdd(qRatio(1, 1), qNeg(margin)));
    }

    public static BigFraction nearLoss(BigFraction eps, BigFraction s, Vec u, BigFraction c, Mat x, Mat y, int n) {
        return Values.sum(n, k -> hinge(qMul(at(row(y, k), 0), outputAt(eps, s, unitAt(u, c, row(x, k))))));
    }

    /** The sum of y relu(u x + c) over the first n samples. */
    public static BigFraction correlation(Vec u, BigFraction c, Mat x, Mat y, int n) {
        return Values.sum(n, k -> qMul(at(row(y, k), 0), unitAt(u, c, row(x, k))));
    }

    public static boolean noMarginAboveOne(BigFraction eps, BigFraction s, Vec u, BigFraction c, Mat x, Mat y) {
        return forAll(rows(x), k -> qMul(at(row(y, k), 0), outputAt(eps, s, unitAt(u, c, row(x, k))))
                .compareTo(BigFraction.ONE) <= 0);
    }

    public static boolean aboveMargins(BigFraction d, BigFraction s, Vec u, BigFraction c, Mat x, Mat y) {
        return d.compareTo(BigFraction.ONE) >= 0
                && forAll(rows(x), k -> d.compareTo(qMul(at(row(y, k), 0), qMul(s, unitAt(u, c, row(x, k))))) >= 0);
    }

    /** d is at least 1, and the size of no label times what a unit gives is above it. */
    public static boolean aboveEveryMargin(BigFraction d, Mat units, Vec biases, Mat x, Mat y) {
        return forAll(rows(units), j -> d.compareTo(BigFraction.ONE) >= 0 && forAll(rows(x), k ->
                qMul(at(row(y, k), 0), unitAt(row(units, j), at(biases, j), row(x, k))).abs().compareTo(d) <= 0));
    }

    public static boolean sameSign(BigFraction q, BigFraction r) {
        return qSignum(q) == qSignum(r) && qSignum(q) != 0;
    }

    public static boolean reciprocal(BigFraction q, BigFraction d) {
        return qMul(q, d) == qRatio(1, 1);
    }

    /** Zeros but for q as entry j. */
    public static Vec unitVec(int n, int j, BigFraction q) {
        return Vec.of(n, i -> i == j ? q : qZero());
    }

    public static Stack smallWeights(Vec u, BigFraction s, BigFraction eps, int j, int units) {
        return Stack.of(2, l -> l == 0 ? outer(unitVec(units, j, eps), u)
                : outer(unitVec(1, 0, qMul(eps, s)), unitVec(units, j, qRatio(1, 1))));
    }

    public static Mat smallBiases(BigFraction c, BigFraction eps, int j, int units) {
        return Mat.of(2, l -> l == 0 ? unitVec(units, j, qMul(eps, c)) : zeroVec(1));
    }

    public static boolean oneHiddenLayer(Stack w) {
        return depth(w) == 2 && rows(layer(w, 1)) == 1;
    }

    /** relu(M x + b). */
    public static Vec unitsAt(Mat m, Vec b, Vec x) {
        return Vec.of(rows(m), i -> unitAt(row(m, i), at(b, i), x));
    }

    public static BigFraction firstOutput(Stack w, Mat b, Activations sigma, Vec x) {
        return at(preactivation(w, b, sigma, x, depth(w) - 1), 0);
    }

    public static Vec correlations(Mat m, Vec b, Mat x, Mat y, int n) {
        return Vec.of(rows(m), i -> correlation(row(m, i), at(b, i), x, y, n));
    }

    public static BigFraction labelSum(Mat y, int n) {
        return Values.sum(n, k -> at(row(y, k), 0));
    }

    /** The sum of y f(x) over the first n samples. */
    public static BigFraction marginSum(Stack w, Mat b, Activations sigma, Mat x, Mat y, int n) {
        return Values.sum(n, k -> qMul(at(row(y, k), 0), firstOutput(w, b, sigma, row(x, k))));
    }

    /** The same for one hidden layer of ReLU, by units. */
    public static BigFraction marginOfUnits(Stack w, Mat b, Mat x, Mat y, int n) {
        Mat hidden = layer(w, 0);
        BigFraction ofUnits = Values.sum(rows(hidden),
                j -> qMul(at(row(layer(w, 1), 0), j), correlation(row(hidden, j), at(row(b, 0), j), x, y, n)));
        return qAdd(ofUnits, qMul(at(row(b, 1), 0), labelSum(y, n)));
    }

    public static boolean zerosBefore(Vec v, int n) {
        return forAll(n, k -> at(v, k) == qZero());
    }

    public static boolean balancedLabels(Mat y) {
        return labelSum(y, rows(y)) == qZero();
    }

    public static boolean positiveMargins(Stack w, Mat b, Activations sigma, Mat x, Mat y) {
        return forAll(rows(x), k -> qSignum(qMul(at(row(y, k), 0), firstOutput(w, b, sigma, row(x, k)))) == 1);
    }
}
