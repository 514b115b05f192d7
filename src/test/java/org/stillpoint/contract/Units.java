package org.stillpoint.contract;

import static org.stillpoint.contract.Training.delta;
import static org.stillpoint.contract.Training.preactivation;
import static org.stillpoint.contract.Training.preactivationsOf;
import static org.stillpoint.contract.Training.sigma;
import static org.stillpoint.contract.Training.slope;
import static org.stillpoint.contract.Values.column;
import static org.stillpoint.contract.Values.dot;
import static org.stillpoint.contract.Values.frobenius;
import static org.stillpoint.contract.Values.nTimes;
import static org.stillpoint.contract.Values.plusScaled;
import static org.stillpoint.contract.Values.qAdd;
import static org.stillpoint.contract.Values.qMul;
import static org.stillpoint.contract.Values.qNeg;
import static org.stillpoint.contract.Values.qZero;
import static org.stillpoint.contract.Views.at;
import static org.stillpoint.contract.Views.biasesOf;
import static org.stillpoint.contract.Views.depth;
import static org.stillpoint.contract.Views.forAll;
import static org.stillpoint.contract.Views.layer;
import static org.stillpoint.contract.Views.len;
import static org.stillpoint.contract.Views.row;
import static org.stillpoint.contract.Views.rows;
import static org.stillpoint.contract.Views.velocityOfBiases;
import static org.stillpoint.contract.Views.velocityOfWeights;
import static org.stillpoint.contract.Views.weightsOf;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;

/** Units and features that are alike: twins, renumbered units, equal units and one in their place; and the laws of gradients. */
public final class Units {

    private Units() {
    }

    public static boolean equalEntries(Vec v, int i, int j) {
        return 0 <= i && i < len(v) && 0 <= j && j < len(v) && at(v, i) == at(v, j);
    }

    public static boolean equalColumns(Mat m, int i, int j) {
        return forAll(rows(m), k -> equalEntries(row(m, k), i, j));
    }

    public static boolean equalRows(Mat m, int i, int j) {
        return 0 <= i && i < rows(m) && 0 <= j && j < rows(m) && row(m, i) == row(m, j);
    }

    public static boolean twinWeights(Stack w, int l, int i, int j) {
        return 0 <= l && l < depth(w) - 1 && equalRows(layer(w, l), i, j) && equalColumns(layer(w, l + 1), i, j);
    }

    public static boolean twinBiases(Mat b, int l, int i, int j) {
        return equalBias(row(b, l), i, j);
    }

    public static boolean equalBias(Vec b, int i, int j) {
        return len(b) == 0 || equalEntries(b, i, j);
    }

    public static boolean twinState(TrainingState t, int l, int i, int j) {
        return twinWeights(weightsOf(t), l, i, j) && twinBiases(biasesOf(t), l, i, j)
                && twinWeights(velocityOfWeights(t), l, i, j) && twinBiases(velocityOfBiases(t), l, i, j);
    }

    /** How many of the first units have no twin before them. */
    public static int distinct(TrainingState t, int l, int units) {
        return (int) IntStream.range(0, units).filter(i -> isNew(t, l, i)).count();
    }

    public static boolean isNew(TrainingState t, int l, int i) {
        return forAll(i, k -> !twinState(t, l, k, i));
    }

    /** The twins of the second are twins in the first. */
    public static boolean coarser(TrainingState t, TrainingState u, int l) {
        int units = rows(layer(weightsOf(u), l));
        return forAll(units, i -> forAll(units, j -> !twinState(u, l, i, j) || twinState(t, l, i, j)));
    }

    /** Columns i and j of the first layer. */
    public static boolean equalInputs(Stack w, int i, int j) {
        return depth(w) > 0 && equalColumns(layer(w, 0), i, j);
    }

    public static boolean equalInputState(TrainingState t, int i, int j) {
        return equalInputs(weightsOf(t), i, j) && equalInputs(velocityOfWeights(t), i, j);
    }

    public static boolean equalFeatures(Stack x, int i, int j) {
        return forAll(depth(x), t -> equalColumns(layer(x, t), i, j));
    }

    /** Which unit comes to number k; swap m exchanges the numbers swaps(m) and the next. */
    public static int image(Perm swaps, int k) {
        return image(swaps, swaps.length(), k);
    }

    /** Which unit comes to number k by the first n swaps. */
    public static int image(Perm swaps, int n, int k) {
        int image = k;
        for (int m = n - 1; m >= 0; m--) {
            image = swapped(swaps.at(m), image);
        }
        return image;
    }

    /** The number i after j and the next have been exchanged. */
    public static int swapped(int j, int i) {
        return i == j ? j + 1 : i == j + 1 ? j : i;
    }

    public static boolean permutes(Perm swaps, int n) {
        return forAll(swaps.length(), m -> 0 <= swaps.at(m) && swaps.at(m) + 1 < n);
    }

    /** The first n swaps bring the numbers below m, and no others, to numbers below m. */
    public static boolean keeps(Perm swaps, int n, int m) {
        int reach = 2 + Math.max(Math.abs(m), IntStream.range(0, n).map(k -> Math.abs(swaps.at(k))).max().orElse(0));
        return IntStream.rangeClosed(-reach, reach)
                .allMatch(k -> (0 <= k && k < m) == (0 <= image(swaps, n, k) && image(swaps, n, k) < m));
    }

    /** The first terms of a dot product in the order after the first n swaps. */
    public static BigFraction dotImage(Vec u, Vec v, Perm swaps, int n, int terms) {
        return Values.sum(terms, k -> qMul(at(u, image(swaps, n, k)), at(v, image(swaps, n, k))));
    }

    public static boolean dotKept(Vec u, Vec v, Perm swaps, int n, int terms) {
        return dotImage(u, v, swaps, n, terms) == dot(u, v, terms);
    }

    /** Entry k of the first is the entry of the second that comes to k, at every k. */
    public static boolean permutedEntries(Vec v, Vec u, Perm swaps) {
        return everywhere(swaps, len(v), len(u), k -> at(v, k) == at(u, image(swaps, k)));
    }

    /** Whether something holds of each number that swaps may bring to an index, or an index to. */
    private static boolean everywhere(Perm swaps, int length, int other, IntPredicate holds) {
        int reach = 2 + Math.max(Math.max(length, other), IntStream.range(0, swaps.length()).map(k -> Math.abs(swaps.at(k))).max()
                .orElse(0));
        return IntStream.rangeClosed(-reach, reach).allMatch(holds);
    }

    public static boolean permutedVec(Vec v, Vec u, Perm swaps) {
        return len(v) == len(u) && permutes(swaps, len(u)) && permutedEntries(v, u, swaps);
    }

    public static boolean permutedRows(Mat n, Mat m, Perm swaps) {
        return rows(n) == rows(m) && permutes(swaps, rows(m)) && forAll(rows(m), k -> row(n, k) == row(m, image(swaps, k)));
    }

    public static boolean permutedColumns(Mat n, Mat m, Perm swaps) {
        return rows(n) == rows(m) && forAll(rows(m), i -> permutedVec(row(n, i), row(m, i), swaps));
    }

    public static boolean permutedBias(Vec v, Vec u, Perm swaps) {
        return len(u) == 0 ? len(v) == 0 : permutedVec(v, u, swaps);
    }

    /** What belongs to the units of layer n, where those of layer l are renumbered. */
    public static boolean renumberedVec(Vec v, Vec u, int l, int n, Perm swaps) {
        return n == l ? permutedVec(v, u, swaps) : v == u;
    }

    public static boolean renumberedBias(Vec v, Vec u, int l, int n, Perm swaps) {
        return n == l ? permutedBias(v, u, swaps) : v == u;
    }

    public static boolean renumberedMat(Mat r, Mat m, int l, int n, Perm swaps) {
        return n == l ? permutedRows(r, m, swaps) : n == l + 1 ? permutedColumns(r, m, swaps) : r == m;
    }

    public static boolean renumberedUnits(Mat r, Mat m, int l, Perm swaps) {
        return rows(r) == rows(m) && forAll(rows(m), n -> renumberedVec(row(r, n), row(m, n), l, n, swaps));
    }

    /** The loss does not see numbers of hidden units. */
    public static boolean renumberedLoss(Vec v, Vec u, int l, Perm swaps) {
        return v == u;
    }

    /** The errors of the last n + 1 layers are renumbered. */
    public static boolean renumberedDeltasFrom(Stack r, Stack w, Activations sigma, BigFraction kappa, Mat y, Mat z, Vec f, Vec g,
            int l, Perm swaps, int n) {
        return lastLayers(r, w, n,
                l).allMatch(k -> renumberedVec(delta(r, sigma, kappa, y, f, k), delta(w, sigma, kappa, z, g, k), l, k, swaps));
    }

    /**
     * The last n + 1 layers of the second of two networks, and those behind the last of both, where an error is the given one, at
     * layer l and elsewhere.
     */
    private static IntStream lastLayers(Stack r, Stack w, int n, int l) {
        int first = Math.max(0, depth(w) - 1 - n);
        return IntStream.rangeClosed(first, Math.max(first, Math.max(Math.max(depth(r), depth(w)), l)) + 1);
    }

    public static boolean renumberedWeights(Stack r, Stack w, int l, Perm swaps) {
        return depth(r) == depth(w) && 0 <= l && l < depth(w) - 1
                && forAll(depth(w), n -> renumberedMat(layer(r, n), layer(w, n), l, n, swaps));
    }

    public static boolean renumberedBiases(Mat r, Mat b, int l, Perm swaps) {
        return rows(r) == rows(b) && forAll(rows(b), n -> renumberedBias(row(r, n), row(b, n), l, n, swaps));
    }

    public static boolean renumbered(TrainingState r, TrainingState t, int l, Perm swaps) {
        return renumberedWeights(weightsOf(r), weightsOf(t), l, swaps) && renumberedBiases(biasesOf(r), biasesOf(t), l, swaps)
                && renumberedWeights(velocityOfWeights(r), velocityOfWeights(t), l, swaps)
                && renumberedBiases(velocityOfBiases(r), velocityOfBiases(t), l, swaps);
    }

    /** One entry, which each of the entries is. */
    public static boolean spreadVec(Vec one, Vec u, int units) {
        return units > 0 && len(one) == 1 && len(u) == units && forAll(units, k -> at(u, k) == at(one, 0));
    }

    /** One entry, which all the equal entries are together. */
    public static boolean timesVec(Vec one, Vec u, int units) {
        return units > 0 && len(one) == 1 && len(u) == units && at(one, 0) == nTimes(units, at(u, 0))
                && forAll(units, k -> at(u, k) == at(u, 0));
    }

    public static boolean spreadRows(Mat one, Mat m, int units) {
        return units > 0 && rows(one) == 1 && rows(m) == units && forAll(units, k -> row(m, k) == row(one, 0));
    }

    public static boolean timesRows(Mat one, Mat m, int units) {
        return units > 0 && rows(one) == 1 && rows(m) == units && len(row(one, 0)) == len(row(m, 0))
                && forAll(units, k -> row(m, k) == row(m, 0))
                && forAll(len(row(m, 0)), k -> at(row(one, 0), k) == nTimes(units, at(row(m, 0), k)));
    }

    public static boolean timesColumns(Mat one, Mat m, int units) {
        return rows(one) == rows(m) && forAll(rows(m), k -> timesVec(row(one, k), row(m, k), units));
    }

    public static boolean spreadColumns(Mat one, Mat m, int units) {
        return rows(one) == rows(m) && forAll(rows(m), k -> spreadVec(row(one, k), row(m, k), units));
    }

    public static boolean collapsedMat(Mat one, Mat m, int l, int n, int units) {
        return n == l ? spreadRows(one, m, units) : n == l + 1 ? timesColumns(one, m, units) : one == m;
    }

    public static boolean collapsedBias(Vec one, Vec b, int l, int n, int units) {
        return n == l && len(b) > 0 ? spreadVec(one, b, units) : one == b;
    }

    public static boolean collapsedVec(Vec one, Vec u, int l, int n, int units) {
        return n == l ? spreadVec(one, u, units) : one == u;
    }

    public static boolean collapsedDelta(Vec one, Vec u, int l, int n, int units) {
        return n == l ? timesVec(one, u, units) : one == u;
    }

    public static boolean collapsedGradientVec(Vec one, Vec b, int l, int n, int units) {
        return n == l && len(b) > 0 ? timesVec(one, b, units) : one == b;
    }

    public static boolean collapsedGradientMat(Mat one, Mat m, int l, int n, int units) {
        return n == l ? timesRows(one, m, units) : n == l + 1 ? spreadColumns(one, m, units) : one == m;
    }

    /** The loss does not see hidden units. */
    public static boolean collapsedLoss(Vec one, Vec g, int l, int units) {
        return one == g;
    }

    public static boolean collapsedUnits(Mat one, Mat z, int l, int units) {
        return rows(one) == rows(z) && forAll(rows(z), n -> collapsedVec(row(one, n), row(z, n), l, n, units));
    }

    public static boolean collapsedDeltas(Mat one, Mat d, int l, int units) {
        return rows(one) == rows(d) && forAll(rows(d), n -> collapsedDelta(row(one, n), row(d, n), l, n, units));
    }

    /** The errors of the last n + 1 layers are those of one unit and of all. */
    public static boolean collapsedDeltasFrom(Stack one, Stack w, Activations sigma, BigFraction kappa, Mat y, Mat z, Vec f,
            Vec g, int l, int units, int n) {
        return lastLayers(one, w, n,
                l).allMatch(k -> collapsedDelta(delta(one, sigma, kappa, y, f, k), delta(w, sigma, kappa, z, g, k), l, k, units));
    }

    public static boolean collapsedWeights(Stack one, Stack w, int l, int units) {
        return depth(one) == depth(w) && 0 <= l && l < depth(w) - 1
                && forAll(depth(w), n -> collapsedMat(layer(one, n), layer(w, n), l, n, units));
    }

    public static boolean collapsedBiases(Mat one, Mat b, int l, int units) {
        return rows(one) == rows(b) && forAll(rows(b), n -> collapsedBias(row(one, n), row(b, n), l, n, units));
    }

    public static boolean collapsedWeightGradient(Stack one, Stack w, int l, int units) {
        return depth(one) == depth(w) && 0 <= l && l < depth(w) - 1
                && forAll(depth(w), n -> collapsedGradientMat(layer(one, n), layer(w, n), l, n, units));
    }

    public static boolean collapsedBiasGradient(Mat one, Mat b, int l, int units) {
        return rows(one) == rows(b) && forAll(rows(b), n -> collapsedGradientVec(row(one, n), row(b, n), l, n, units));
    }

    public static boolean ratesFit(BigFraction ofOne, BigFraction ofEach, int l, int n, int units) {
        return n == l + 1 ? ofOne == nTimes(units, ofEach) : biasRatesFit(ofOne, ofEach, l, n, units);
    }

    public static boolean biasRatesFit(BigFraction ofOne, BigFraction ofEach, int l, int n, int units) {
        return n == l ? ofEach == nTimes(units, ofOne) : ofOne == ofEach;
    }

    public static boolean allRatesFit(Mat ofOne, Vec ofEach, int l, int units) {
        return forAll(rows(ofOne), t -> eachRateFits(row(ofOne, t), at(ofEach, t), l, units));
    }

    public static boolean eachRateFits(Vec ofOne, BigFraction ofEach, int l, int units) {
        return forAll(len(ofOne), n -> ratesFit(qNeg(at(ofOne, n)), qNeg(ofEach), l, n, units));
    }

    public static boolean eachBiasRateFits(Vec ofOne, BigFraction ofEach, int l, int units) {
        return forAll(len(ofOne), n -> biasRatesFit(qNeg(at(ofOne, n)), qNeg(ofEach), l, n, units));
    }

    public static boolean allBiasRatesFit(Mat ofOne, Vec ofEach, int l, int units) {
        return forAll(rows(ofOne), t -> eachBiasRateFits(row(ofOne, t), at(ofEach, t), l, units));
    }

    public static boolean homogeneous(Object f, BigFraction kappa) {
        return Zeros.forNumbers(q -> sigma(f, q) == qMul(slope(f, kappa, q), q));
    }

    public static boolean homogeneousActivations(Activations sigma, BigFraction kappa, int n) {
        return forAll(n, l -> homogeneous(sigma.get(l), kappa));
    }

    /** The errors of the last n + 1 layers are linear in g. */
    public static boolean linearDeltas(Stack w, Activations sigma, BigFraction kappa, Mat z, Vec g, BigFraction c, Vec h, int n) {
        int last = depth(w) - 1;
        return IntStream.rangeClosed(last - n, Math.max(last, last - n)).allMatch(l -> {
            Vec ofFirst = delta(w, sigma, kappa, z, g, l);
            Vec ofSecond = delta(w, sigma, kappa, z, h, l);
            return delta(w, sigma, kappa, z, plusScaled(g, c, h), l) == plusScaled(ofFirst, c, ofSecond)
                    && len(ofFirst) == len(ofSecond);
        });
    }

    /** In each of the last n + 1 layers errors times pre-activations are g times the output. */
    public static boolean eulerDeltas(Stack w, Mat b, Activations sigma, BigFraction kappa, Vec x, Vec g, int n) {
        int last = depth(w) - 1;
        return IntStream.rangeClosed(Math.max(0, last - n), last).allMatch(l -> {
            Vec error = delta(w, sigma, kappa, preactivationsOf(w, b, sigma, x), g, l);
            int units = rows(layer(w, l));
            return len(error) == units && dot(error, preactivation(w, b, sigma, x, l), units)
                    == dot(g, preactivation(w, b, sigma, x, last), len(g));
        });
    }

    public static boolean eulersIdentity(Stack w, Mat b, Activations sigma, Stack gradient, Vec x, Vec g) {
        return forAll(depth(w), l -> frobenius(layer(w, l), layer(gradient, l), rows(layer(w, l)))
                == dot(g, preactivation(w, b, sigma, x, depth(w) - 1), len(g)));
    }

    public static BigFraction incoming(Stack w, Mat b, Stack v, Mat c, int l, int j) {
        Vec row = row(layer(w, l), j);
        return qAdd(dot(row, row(layer(v, l), j), len(row)), qMul(at(row(b, l), j), at(row(c, l), j)));
    }

    public static BigFraction outgoing(Stack w, Stack v, int l, int j) {
        return dot(column(layer(w, l + 1), j), column(layer(v, l + 1), j), rows(layer(w, l + 1)));
    }

    public static boolean balanced(Stack w, Mat b, Stack gradientW, Mat gradientB, int l, int j) {
        return incoming(w, b, gradientW, gradientB, l, j) == outgoing(w, gradientW, l, j);
    }

    public static boolean squaresChange(Stack w, Mat b, Stack after, Mat bAfter, Stack gradientW, Mat gradientB, BigFraction rate,
                                        int l, int j) {
        BigFraction square = qMul(rate, rate);
        return qAdd(qAdd(incoming(after, bAfter, after, bAfter, l, j), outgoing(w, w, l, j)),
                qMul(square, outgoing(gradientW, gradientW, l, j)))
                == qAdd(qAdd(outgoing(after, after, l, j), incoming(w, b, w, b, l, j)),
                        qMul(square, incoming(gradientW, gradientB, gradientW, gradientB, l, j)));
    }

    public static boolean minorsVanish(Stack s) {
        return s.entries().stream()
                .allMatch(m -> forAll(rows(m), i -> forAll(rows(m), j -> forAll(len(row(m, i)), k -> forAll(len(row(m, j)), n ->
                qMul(at(row(m, i), k), at(row(m, j), n)) == qMul(at(row(m, i), n), at(row(m, j), k)))))));
    }

    public static boolean orthogonalToAll(Vec v, Stack x) {
        return forAll(depth(x), t -> orthogonal(v, layer(x, t)));
    }

    public static boolean orthogonal(Vec v, Mat x) {
        return forAll(rows(x), n -> dot(row(x, n), v, len(v)) == qZero());
    }

    /** Row j of the first layer has the inner product d with v, and no velocity along v. */
    public static boolean innerProducts(TrainingState t, Vec v, int j, BigFraction d) {
        Mat first = layer(weightsOf(t), 0);
        return Shapes.network(weightsOf(t), biasesOf(t)) && Shapes.sameStackShape(velocityOfWeights(t), weightsOf(t))
                && Shapes.inputs(weightsOf(t)) == len(v)
                && 0 <= j && j < rows(first) && dot(row(first, j), v, len(v)) == d
                && dot(row(layer(velocityOfWeights(t), 0), j), v, len(v)) == qZero();
    }
}
