package org.stillpoint.contract;

import static org.stillpoint.contract.Training.pre;
import static org.stillpoint.contract.Training.sigma;
import static org.stillpoint.contract.Training.slope;
import static org.stillpoint.contract.Values.column;
import static org.stillpoint.contract.Values.dotp;
import static org.stillpoint.contract.Values.nTimes;
import static org.stillpoint.contract.Values.qAdd;
import static org.stillpoint.contract.Values.qMul;
import static org.stillpoint.contract.Values.qNeg;
import static org.stillpoint.contract.Values.qZero;
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

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;

/** Units and features that are alike: twins, renumbered units, equal units and one in their place; and the laws of gradients. */
public final class Units {

    private Units() {
    }

    private static boolean eqAt(Vec v, int i, int j) {
        return 0 <= i && i < len(v) && 0 <= j && j < len(v) && at(v, i) == at(v, j);
    }

    private static boolean eqCols(Mat m, int i, int j) {
        return forAll(rows(m), k -> eqAt(row(m, k), i, j));
    }

    private static boolean eqRows(Mat m, int i, int j) {
        return 0 <= i && i < rows(m) && 0 <= j && j < rows(m) && row(m, i) == row(m, j);
    }

    public static boolean twinWeights(Stack w, int l, int i, int j) {
        return 0 <= l && l < depth(w) - 1 && eqRows(layer(w, l), i, j) && eqCols(layer(w, l + 1), i, j);
    }

    public static boolean twinBiases(Mat b, int l, int i, int j) {
        return len(row(b, l)) == 0 || eqAt(row(b, l), i, j);
    }

    public static boolean twinState(Sta t, int l, int i, int j) {
        return twinWeights(stW(t), l, i, j) && twinBiases(stB(t), l, i, j) && twinWeights(stVW(t), l, i, j) && twinBiases(stVB(t), l, i, j);
    }

    /** How many of the first units have no twin before them. */
    public static int distinct(Sta t, int l, int units) {
        return (int) IntStream.range(0, units).filter(i -> IntStream.range(0, i).noneMatch(k -> twinState(t, l, k, i))).count();
    }

    public static boolean eqInputState(Sta t, int i, int j) {
        return depth(stW(t)) > 0 && eqCols(layer(stW(t), 0), i, j) && depth(stVW(t)) > 0 && eqCols(layer(stVW(t), 0), i, j);
    }

    public static boolean eqFeatures(Stack x, int i, int j) {
        return forAll(depth(x), t -> eqCols(layer(x, t), i, j));
    }

    /** Which unit comes to number k; swap m exchanges the numbers swaps(m) and the next. */
    private static int image(List<Integer> swaps, int k) {
        int image = k;
        for (int m = swaps.size() - 1; m >= 0; m--) {
            int j = swaps.get(m);
            image = image == j ? j + 1 : image == j + 1 ? j : image;
        }
        return image;
    }

    private static boolean permutes(List<Integer> swaps, int n) {
        return swaps.stream().allMatch(j -> 0 <= j && j + 1 < n);
    }

    private static boolean permVec(Vec v, Vec u, List<Integer> swaps) {
        return len(v) == len(u) && permutes(swaps, len(u)) && forAll(len(u), k -> at(v, k) == at(u, image(swaps, k)));
    }

    private static boolean permRows(Mat n, Mat m, List<Integer> swaps) {
        return rows(n) == rows(m) && permutes(swaps, rows(m)) && forAll(rows(m), k -> row(n, k) == row(m, image(swaps, k)));
    }

    private static boolean permCols(Mat n, Mat m, List<Integer> swaps) {
        return rows(n) == rows(m) && forAll(rows(m), i -> permVec(row(n, i), row(m, i), swaps));
    }

    public static boolean renumberedWeights(Stack r, Stack w, int l, List<Integer> swaps) {
        return depth(r) == depth(w) && 0 <= l && l < depth(w) - 1 && forAll(depth(w), n -> n == l ? permRows(layer(r, n), layer(w, n), swaps)
                : n == l + 1 ? permCols(layer(r, n), layer(w, n), swaps) : layer(r, n) == layer(w, n));
    }

    public static boolean renumberedBiases(Mat r, Mat b, int l, List<Integer> swaps) {
        return rows(r) == rows(b) && forAll(rows(b), n ->
                n == l && len(row(b, n)) > 0 ? permVec(row(r, n), row(b, n), swaps) : row(r, n) == row(b, n));
    }

    public static boolean renumbered(Sta r, Sta t, int l, List<Integer> swaps) {
        return renumberedWeights(stW(r), stW(t), l, swaps) && renumberedBiases(stB(r), stB(t), l, swaps)
                && renumberedWeights(stVW(r), stVW(t), l, swaps) && renumberedBiases(stVB(r), stVB(t), l, swaps);
    }

    /** One entry, which each of the entries is. */
    private static boolean spreadVec(Vec one, Vec u, int units) {
        return units > 0 && len(one) == 1 && len(u) == units && forAll(units, k -> at(u, k) == at(one, 0));
    }

    /** One entry, which all the equal entries are together. */
    private static boolean timesVec(Vec one, Vec u, int units) {
        return units > 0 && len(one) == 1 && len(u) == units && at(one, 0) == nTimes(units, at(u, 0)) && forAll(units, k -> at(u, k) == at(u, 0));
    }

    private static boolean spreadRows(Mat one, Mat m, int units) {
        return units > 0 && rows(one) == 1 && rows(m) == units && forAll(units, k -> row(m, k) == row(one, 0));
    }

    private static boolean timesRows(Mat one, Mat m, int units) {
        return units > 0 && rows(one) == 1 && rows(m) == units && len(row(one, 0)) == len(row(m, 0))
                && forAll(units, k -> row(m, k) == row(m, 0))
                && forAll(len(row(m, 0)), k -> at(row(one, 0), k) == nTimes(units, at(row(m, 0), k)));
    }

    private static boolean timesCols(Mat one, Mat m, int units) {
        return rows(one) == rows(m) && forAll(rows(m), k -> timesVec(row(one, k), row(m, k), units));
    }

    private static boolean spreadCols(Mat one, Mat m, int units) {
        return rows(one) == rows(m) && forAll(rows(m), k -> spreadVec(row(one, k), row(m, k), units));
    }

    public static boolean oneMat(Mat one, Mat m, int l, int n, int units) {
        return n == l ? spreadRows(one, m, units) : n == l + 1 ? timesCols(one, m, units) : one == m;
    }

    public static boolean oneBias(Vec one, Vec b, int l, int n, int units) {
        return n == l && len(b) > 0 ? spreadVec(one, b, units) : one == b;
    }

    public static boolean collapsedWeights(Stack one, Stack w, int l, int units) {
        return depth(one) == depth(w) && 0 <= l && l < depth(w) - 1 && forAll(depth(w), n -> oneMat(layer(one, n), layer(w, n), l, n, units));
    }

    public static boolean collapsedBiases(Mat one, Mat b, int l, int units) {
        return rows(one) == rows(b) && forAll(rows(b), n -> oneBias(row(one, n), row(b, n), l, n, units));
    }

    public static boolean collapsedWeightGradient(Stack one, Stack w, int l, int units) {
        return depth(one) == depth(w) && 0 <= l && l < depth(w) - 1 && forAll(depth(w), n ->
                n == l ? timesRows(layer(one, n), layer(w, n), units)
                        : n == l + 1 ? spreadCols(layer(one, n), layer(w, n), units) : layer(one, n) == layer(w, n));
    }

    public static boolean collapsedBiasGradient(Mat one, Mat b, int l, int units) {
        return rows(one) == rows(b) && forAll(rows(b), n ->
                n == l && len(row(b, n)) > 0 ? timesVec(row(one, n), row(b, n), units) : row(one, n) == row(b, n));
    }

    public static boolean ratesFit(BigFraction ofOne, BigFraction ofEach, int l, int n, int units) {
        return n == l + 1 ? ofOne == nTimes(units, ofEach) : biasRatesFit(ofOne, ofEach, l, n, units);
    }

    public static boolean biasRatesFit(BigFraction ofOne, BigFraction ofEach, int l, int n, int units) {
        return n == l ? ofEach == nTimes(units, ofOne) : ofOne == ofEach;
    }

    public static boolean allRatesFit(Mat ofOne, Vec ofEach, int l, int units) {
        return forAll(rows(ofOne), t -> forAll(len(row(ofOne, t)), n -> ratesFit(qNeg(at(row(ofOne, t), n)), qNeg(at(ofEach, t)), l, n, units)));
    }

    public static boolean allBiasRatesFit(Mat ofOne, Vec ofEach, int l, int units) {
        return forAll(rows(ofOne), t -> forAll(len(row(ofOne, t)), n -> biasRatesFit(qNeg(at(row(ofOne, t), n)), qNeg(at(ofEach, t)), l, n, units)));
    }

    public static boolean homogeneous(ActivationFunction f, BigFraction kappa) {
        return Zeros.forNumbers(q -> sigma(f, q) == qMul(slope(f, kappa, q), q));
    }

    public static boolean homogeneousFuns(List<ActivationFunction> sigma, BigFraction kappa, int n) {
        return forAll(n, l -> homogeneous(sigma.get(l), kappa));
    }

    private static BigFraction frobenius(Mat m, Mat n) {
        return IntStream.range(0, rows(m)).mapToObj(i -> dotp(row(m, i), row(n, i), len(row(m, i)))).reduce(qZero(), Values::qAdd);
    }

    public static boolean eulersIdentity(Stack w, Mat b, List<ActivationFunction> sigma, Stack gradient, Vec x, Vec g) {
        return forAll(depth(w), l -> frobenius(layer(w, l), layer(gradient, l)) == dotp(g, pre(w, b, sigma, x, depth(w) - 1), len(g)));
    }

    private static BigFraction incoming(Stack w, Mat b, Stack v, Mat c, int l, int j) {
        Vec row = row(layer(w, l), j);
        return qAdd(dotp(row, row(layer(v, l), j), len(row)), qMul(at(row(b, l), j), at(row(c, l), j)));
    }

    private static BigFraction outgoing(Stack w, Stack v, int l, int j) {
        return dotp(column(layer(w, l + 1), j), column(layer(v, l + 1), j), rows(layer(w, l + 1)));
    }

    public static boolean balanced(Stack w, Mat b, Stack gradientW, Mat gradientB, int l, int j) {
        return incoming(w, b, gradientW, gradientB, l, j) == outgoing(w, gradientW, l, j);
    }

    public static boolean squaresChange(Stack w, Mat b, Stack after, Mat bAfter, Stack gradientW, Mat gradientB, BigFraction rate, int l, int j) {
        BigFraction square = qMul(rate, rate);
        return qAdd(qAdd(incoming(after, bAfter, after, bAfter, l, j), outgoing(w, w, l, j)), qMul(square, outgoing(gradientW, gradientW, l, j)))
                == qAdd(qAdd(outgoing(after, after, l, j), incoming(w, b, w, b, l, j)),
                        qMul(square, incoming(gradientW, gradientB, gradientW, gradientB, l, j)));
    }

    public static boolean minorsVanish(Stack s) {
        return s.entries().stream().allMatch(m -> forAll(rows(m), i -> forAll(rows(m), j -> forAll(len(row(m, i)), k -> forAll(len(row(m, j)), n ->
                qMul(at(row(m, i), k), at(row(m, j), n)) == qMul(at(row(m, i), n), at(row(m, j), k)))))));
    }

    public static boolean orthogonalToAll(Vec v, Stack x) {
        return x.entries().stream().flatMap(batch -> batch.entries().stream()).allMatch(input -> dotp(input, v, len(v)) == qZero());
    }
}
