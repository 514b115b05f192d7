package org.stillpoint.contract;

import static org.stillpoint.contract.Shapes.sameShape;
import static org.stillpoint.contract.Shapes.sameStackShape;
import static org.stillpoint.contract.Training.label;
import static org.stillpoint.contract.Training.lossDerivative;
import static org.stillpoint.contract.Training.pre;
import static org.stillpoint.contract.Training.relu;
import static org.stillpoint.contract.Training.sigma;
import static org.stillpoint.contract.Training.slope;
import static org.stillpoint.contract.Values.outer;
import static org.stillpoint.contract.Values.affine;
import static org.stillpoint.contract.Values.dotp;
import static org.stillpoint.contract.Values.qAdd;
import static org.stillpoint.contract.Values.qMul;
import static org.stillpoint.contract.Values.qNeg;
import static org.stillpoint.contract.Values.qRatio;
import static org.stillpoint.contract.Values.qSignum;
import static org.stillpoint.contract.Values.qZero;
import static org.stillpoint.contract.Values.scaled;
import static org.stillpoint.contract.Values.zeroVec;
import static org.stillpoint.contract.Views.at;
import static org.stillpoint.contract.Views.depth;
import static org.stillpoint.contract.Views.forAll;
import static org.stillpoint.contract.Views.layer;
import static org.stillpoint.contract.Views.len;
import static org.stillpoint.contract.Views.row;
import static org.stillpoint.contract.Views.rows;
import static org.stillpoint.contract.Views.stB;
import static org.stillpoint.contract.Views.stVB;
import static org.stillpoint.contract.Views.stVW;
import static org.stillpoint.contract.Views.stW;
import static org.stillpoint.contract.Views.val;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.LossDerivative;

/**
 * Zeros and what they do: networks of zeros, with a silent first layer, with a constant output, near zero; parts that never change; balanced
 * batches. What is said of an activation function for every number is tried on a few.
 */
public final class Zeros {

    private static final List<BigFraction> NUMBERS = IntStream.rangeClosed(-4, 4).mapToObj(n -> val(new BigFraction(n, 3))).toList();

    private Zeros() {
    }

    static boolean forNumbers(Predicate<BigFraction> holds) {
        return NUMBERS.stream().allMatch(holds);
    }

    private static boolean isZeroVec(Vec v) {
        return forAll(len(v), i -> at(v, i) == qZero());
    }

    public static boolean isZeroMat(Mat m) {
        return forAll(rows(m), i -> isZeroVec(row(m, i)));
    }

    public static boolean zeroStack(Stack s) {
        return forAll(depth(s), l -> isZeroMat(layer(s, l)));
    }

    public static boolean zeroRows(Mat b, int n) {
        return forAll(n, l -> isZeroVec(row(b, l)));
    }

    public static boolean zeroState(Sta t, int depth) {
        return depth(stW(t)) == depth && zeroStack(stW(t)) && zeroRows(stB(t), depth - 1) && zeroStack(stVW(t)) && zeroRows(stVB(t), depth - 1);
    }

    public static boolean zeroVelocity(Sta t) {
        return zeroStack(stVW(t)) && isZeroMat(stVB(t)) && sameStackShape(stVW(t), stW(t)) && sameShape(stVB(t), stB(t));
    }

    public static boolean zeroAtZero(List<ActivationFunction> sigma, int n) {
        return forAll(n, l -> sigma(sigma.get(l), qZero()) == qZero());
    }

    public static boolean flatAtZero(List<ActivationFunction> sigma, BigFraction kappa, int n) {
        return forAll(n, l -> slope(sigma.get(l), kappa, qZero()) == qZero());
    }

    public static boolean flatBelowZero(List<ActivationFunction> sigma, BigFraction kappa) {
        return forNumbers(q -> qSignum(q) >= 0 || slope(sigma.get(0), kappa, q) == qZero());
    }

    public static boolean silentState(Sta t, Sta start) {
        int last = depth(stW(t)) - 1;
        return last >= 1 && rows(stB(t)) == last + 1 && stW(t) == stW(start) && forAll(last, l -> row(stB(t), l) == row(stB(start), l))
                && isZeroMat(layer(stW(t), 0)) && zeroRows(stB(t), last) && zeroStack(stVW(t)) && zeroRows(stVB(t), last);
    }

    public static boolean zeroColumn(Mat m, int k) {
        return forAll(rows(m), i -> at(row(m, i), k) == qZero());
    }

    public static boolean zeroFeature(Stack x, int k) {
        return forAll(depth(x), t -> zeroColumn(layer(x, t), k));
    }

    public static boolean frozenColumn(Sta t, Sta start, int k) {
        Mat first = layer(stW(t), 0);
        Mat before = layer(stW(start), 0);
        return depth(stW(t)) >= 1 && rows(first) == rows(before) && forAll(rows(first), i -> at(row(first, i), k) == at(row(before, i), k))
                && zeroColumn(layer(stVW(t), 0), k);
    }

    public static boolean frozenUnit(Sta t, Sta start, int j) {
        Mat first = layer(stW(t), 0);
        Mat before = layer(stW(start), 0);
        Vec b = row(stB(t), 0);
        Vec bBefore = row(stB(start), 0);
        return depth(stW(t)) >= 2 && rows(stB(t)) >= 1 && 0 <= j && j < rows(first) && rows(first) == rows(before)
                && row(first, j) == row(before, j) && len(b) == len(bBefore) && at(b, j) == at(bBefore, j)
                && isZeroVec(row(layer(stVW(t), 0), j)) && at(row(stVB(t), 0), j) == qZero();
    }

    private static boolean onAllInputs(Stack x, Predicate<Vec> holds) {
        return x.entries().stream().flatMap(batch -> batch.entries().stream()).allMatch(holds);
    }

    public static boolean noSlope(Stack w, Mat b, List<ActivationFunction> sigma, BigFraction kappa, Stack x, int j) {
        return onAllInputs(x, input -> slope(sigma.get(0), kappa, at(affine(layer(w, 0), row(b, 0), input), j)) == qZero());
    }

    public static boolean negativeOn(Stack w, Mat b, Stack x, int j) {
        return onAllInputs(x, input -> qSignum(at(affine(layer(w, 0), row(b, 0), input), j)) < 0);
    }

    public static boolean constantOutput(Stack w) {
        return isZeroMat(layer(w, depth(w) - 1));
    }

    private static Vec biasOrZeros(Vec b, int n) {
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

    private static long countSign(Mat y, int sign) {
        return y.entries().stream().filter(target -> qSignum(at(target, 0)) == sign).count();
    }

    public static boolean balancedSigns(Mat y) {
        return countSign(y, 1) == countSign(y, -1) && countSign(y, 0) == 0;
    }

    private static boolean balancedBatch(LossDerivative loss, Mat y, Vec g) {
        return countSign(y, 1) == rows(y) - countSign(y, 1) && forAll(rows(y), n -> lossDerivative(loss, zeroVec(len(g)), row(y, n))
                == (qSignum(at(row(y, n), 0)) == 1 ? g : Vec.of(len(g), i -> qNeg(at(g, i)))));
    }

    public static boolean balancedBatches(LossDerivative loss, Stack y, Vec g) {
        return forAll(depth(y), t -> balancedBatch(loss, layer(y, t), g));
    }

    public static boolean atRest(Sta t) {
        int last = depth(stW(t)) - 1;
        Vec outputBias = row(stB(t), last);
        return last >= 1 && rows(stB(t)) == last + 1 && zeroStack(stW(t)) && zeroStack(stVW(t)) && isZeroMat(stVB(t))
                && isZeroVec(outputBias) && (len(outputBias) == 0 || len(outputBias) == rows(layer(stW(t), last)));
    }

    public static boolean sameRest(Sta t, Sta start) {
        int last = depth(stW(t)) - 1;
        return atRest(t) && stB(t) == stB(start) && last == depth(stW(start)) - 1
                && rows(layer(stW(t), last)) == rows(layer(stW(start), last));
    }

    public static boolean firstIsRelu(List<ActivationFunction> sigma) {
        return forNumbers(q -> sigma(sigma.get(0), q) == relu(q));
    }

    public static boolean oneSmallUnit(Stack w, Mat b, Vec u, BigFraction c, BigFraction s, BigFraction eps, int j) {
        return depth(w) == 2 && 0 <= j && j < rows(layer(w, 0)) && rows(layer(w, 1)) >= 1 && row(layer(w, 0), j) == scaled(eps, u)
                && Shapes.inputs(w) == len(u) && len(row(b, 0)) >= 1 && at(row(b, 0), j) == qMul(eps, c) && at(row(b, 1), 0) == qZero()
                && forAll(rows(layer(w, 0)), k -> at(row(layer(w, 1), 0), k) == (k == j ? qMul(eps, s) : qZero()));
    }

    public static boolean firstEntry(Vec v, BigFraction q) {
        return at(v, 0) == q;
    }

    public static BigFraction unitAt(Vec u, BigFraction c, Vec x) {
        return relu(qAdd(dotp(u, x, len(x)), c));
    }

    public static BigFraction outputAt(BigFraction eps, BigFraction s, BigFraction unit) {
        return qMul(qMul(eps, s), qMul(eps, unit));
    }

    public static BigFraction hinge(BigFraction margin) {
        return relu(qAdd(qRatio(1, 1), qNeg(margin)));
    }

    public static BigFraction nearLoss(BigFraction eps, BigFraction s, Vec u, BigFraction c, Mat x, Mat y, int n) {
        return n <= 0 ? qZero() : qAdd(nearLoss(eps, s, u, c, x, y, n - 1),
                hinge(qMul(at(row(y, n - 1), 0), outputAt(eps, s, unitAt(u, c, row(x, n - 1))))));
    }

    /** The sum of y relu(u x + c) over the first n samples. */
    public static BigFraction correlation(Vec u, BigFraction c, Mat x, Mat y, int n) {
        return n <= 0 ? qZero() : qAdd(correlation(u, c, x, y, n - 1), qMul(at(row(y, n - 1), 0), unitAt(u, c, row(x, n - 1))));
    }

    public static boolean noMarginAboveOne(BigFraction eps, BigFraction s, Vec u, BigFraction c, Mat x, Mat y) {
        return forAll(rows(x), k -> qMul(at(row(y, k), 0), outputAt(eps, s, unitAt(u, c, row(x, k)))).compareTo(BigFraction.ONE) <= 0);
    }

    public static boolean aboveMargins(BigFraction d, BigFraction s, Vec u, BigFraction c, Mat x, Mat y) {
        return d.compareTo(BigFraction.ONE) >= 0
                && forAll(rows(x), k -> d.compareTo(qMul(at(row(y, k), 0), qMul(s, unitAt(u, c, row(x, k))))) >= 0);
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
        return Stack.of(2, l -> l == 0 ? outer(unitVec(units, j, eps), u) : outer(unitVec(1, 0, qMul(eps, s)), unitVec(units, j, qRatio(1, 1))));
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

    public static BigFraction firstOutput(Stack w, Mat b, List<ActivationFunction> sigma, Vec x) {
        return at(pre(w, b, sigma, x, depth(w) - 1), 0);
    }

    public static Vec correlations(Mat m, Vec b, Mat x, Mat y, int n) {
        return Vec.of(rows(m), i -> correlation(row(m, i), at(b, i), x, y, n));
    }

    public static BigFraction labelSum(Mat y, int n) {
        return n <= 0 ? qZero() : qAdd(labelSum(y, n - 1), at(row(y, n - 1), 0));
    }

    public static boolean balancedLabels(Mat y) {
        return labelSum(y, rows(y)) == qZero();
    }

    public static boolean positiveMargins(Stack w, Mat b, List<ActivationFunction> sigma, Mat x, Mat y) {
        return forAll(rows(x), k -> qSignum(qMul(at(row(y, k), 0), firstOutput(w, b, sigma, row(x, k)))) == 1);
    }
}
