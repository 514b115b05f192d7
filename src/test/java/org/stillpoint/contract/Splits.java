package org.stillpoint.contract;

import static org.stillpoint.contract.Memory.biases;
import static org.stillpoint.contract.Memory.weights;
import static org.stillpoint.contract.Training.delta;
import static org.stillpoint.contract.Values.qAdd;
import static org.stillpoint.contract.Values.qMul;
import static org.stillpoint.contract.Values.scaled;
import static org.stillpoint.contract.Views.at;
import static org.stillpoint.contract.Views.depth;
import static org.stillpoint.contract.Views.forAll;
import static org.stillpoint.contract.Views.layer;
import static org.stillpoint.contract.Views.len;
import static org.stillpoint.contract.Views.row;
import static org.stillpoint.contract.Views.rows;
import static org.stillpoint.contract.Views.val;

import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;

/**
 * The words of the theorems about split units: the last unit of a hidden layer is two in the wide network, with its incoming
 * weights and bias in both and its outgoing weights in shares.
 */
public final class Splits {

    private Splits() {
    }

    public static boolean isSplit(Heap h, Object wide, Object narrow, int l, int units, Object alpha, Object beta) {
        return splitWeights(weights(h, narrow), weights(h, wide), l, units, val(alpha), val(beta))
                && splitBiases(biases(h, narrow), biases(h, wide), l, units);
    }

    public static boolean isSplitGradient(Heap h, Object wide, Stack w, Mat b, int l, int units, Object alpha, Object beta) {
        return partedWeights(w, weights(h, wide), l, units, val(alpha), val(beta))
                && partedBiases(b, biases(h, wide), l, units, val(alpha), val(beta));
    }

    public static boolean areShares(BigFraction alpha, BigFraction beta) {
        return qAdd(alpha, beta).equals(BigFraction.ONE);
    }

    /** The last entry comes twice. */
    public static boolean splitVec(Vec one, Vec two, int units) {
        return areUnits(len(one), len(two), units)
                && forAll(units + 1, k -> at(two, k) == at(one, Math.min(k, units - 1)));
    }

    /** The last entry is there in two shares. */
    public static boolean partedVec(Vec one, Vec two, int units, BigFraction alpha, BigFraction beta) {
        return areUnits(len(one), len(two), units) && forAll(units - 1, k -> at(two, k) == at(one, k))
                && at(two, units - 1) == qMul(alpha, at(one, units - 1)) && at(two, units) == qMul(beta, at(one, units - 1));
    }

    private static boolean areUnits(int one, int two, int units) {
        return units > 0 && one == units && two == units + 1;
    }

    public static boolean splitRows(Mat one, Mat two, int units) {
        return areUnits(rows(one), rows(two), units)
                && forAll(units + 1, k -> row(two, k) == row(one, Math.min(k, units - 1)));
    }

    public static boolean partedRows(Mat one, Mat two, int units, BigFraction alpha, BigFraction beta) {
        return areUnits(rows(one), rows(two), units) && forAll(units - 1, k -> row(two, k) == row(one, k))
                && row(two, units - 1) == scaled(alpha, row(one, units - 1))
                && row(two, units) == scaled(beta, row(one, units - 1));
    }

    public static boolean splitColumns(Mat one, Mat two, int units) {
        return rows(one) == rows(two) && forAll(rows(two), k -> splitVec(row(one, k), row(two, k), units));
    }

    public static boolean partedColumns(Mat one, Mat two, int units, BigFraction alpha, BigFraction beta) {
        return rows(one) == rows(two) && forAll(rows(two), k -> partedVec(row(one, k), row(two, k), units, alpha, beta));
    }

    public static boolean splitUnits(Vec one, Vec two, int l, int n, int units, BigFraction alpha, BigFraction beta) {
        return n == l ? splitVec(one, two, units) : one == two;
    }

    public static boolean partedErrors(Vec one, Vec two, int l, int n, int units, BigFraction alpha, BigFraction beta) {
        return n == l ? partedVec(one, two, units, alpha, beta) : one == two;
    }

    public static boolean splitBias(Vec one, Vec two, int l, int n, int units) {
        return n == l && len(two) > 0 ? splitVec(one, two, units) : one == two;
    }

    public static boolean partedBias(Vec one, Vec two, int l, int n, int units, BigFraction alpha, BigFraction beta) {
        return n == l && len(two) > 0 ? partedVec(one, two, units, alpha, beta) : one == two;
    }

    public static boolean splitMat(Mat one, Mat two, int l, int n, int units, BigFraction alpha, BigFraction beta) {
        return areShares(alpha, beta) && (n == l ? splitRows(one, two, units)
                : n == l + 1 ? partedColumns(one, two, units, alpha, beta) : one == two);
    }

    public static boolean partedMat(Mat one, Mat two, int l, int n, int units, BigFraction alpha, BigFraction beta) {
        return n == l ? partedRows(one, two, units, alpha, beta) : n == l + 1 ? splitColumns(one, two, units) : one == two;
    }

    /** The loss does not see hidden units. */
    public static boolean sameLoss(Vec one, Vec two, int l, int units, BigFraction alpha, BigFraction beta) {
        return one == two;
    }

    public static boolean splitPreactivations(Mat one, Mat two, int l, int units, BigFraction alpha, BigFraction beta) {
        return rows(one) == rows(two)
                && forAll(rows(two), n -> splitUnits(row(one, n), row(two, n), l, n, units, alpha, beta));
    }

    public static boolean partedDeltas(Mat one, Mat two, int l, int units, BigFraction alpha, BigFraction beta) {
        return rows(one) == rows(two)
                && forAll(rows(two), n -> partedErrors(row(one, n), row(two, n), l, n, units, alpha, beta));
    }

    /**
     * The errors of the last n + 1 layers are those of the unit and of its halves; above all layers they are those at the
     * output.
     */
    public static boolean partedDeltasFrom(Stack one, Stack two, Activations sigma, BigFraction kappa, Mat y, Mat z, Vec f, Vec g,
            int l, int units, BigFraction alpha, BigFraction beta, int n) {
        int first = Math.max(0, depth(two) - 1 - n);
        int beyond = Math.max(Math.max(depth(one), depth(two)), l + 1);
        return IntStream.rangeClosed(first, Math.max(first, beyond)).allMatch(k -> partedErrors(
                delta(one, sigma, kappa, y, f, k), delta(two, sigma, kappa, z, g, k), l, k, units, alpha, beta));
    }

    public static boolean splitWeights(Stack one, Stack two, int l, int units, BigFraction alpha, BigFraction beta) {
        return depth(one) == depth(two) && 0 <= l && l < depth(two) - 1
                && forAll(depth(two), n -> splitMat(layer(one, n), layer(two, n), l, n, units, alpha, beta));
    }

    public static boolean splitBiases(Mat one, Mat two, int l, int units) {
        return rows(one) == rows(two) && forAll(rows(two), n -> splitBias(row(one, n), row(two, n), l, n, units));
    }

    public static boolean partedWeights(Stack one, Stack two, int l, int units, BigFraction alpha, BigFraction beta) {
        return depth(one) == depth(two) && 0 <= l && l < depth(two) - 1
                && forAll(depth(two), n -> partedMat(layer(one, n), layer(two, n), l, n, units, alpha, beta));
    }

    public static boolean partedBiases(Mat one, Mat two, int l, int units, BigFraction alpha, BigFraction beta) {
        return rows(one) == rows(two)
                && forAll(rows(two), n -> partedBias(row(one, n), row(two, n), l, n, units, alpha, beta));
    }
}
