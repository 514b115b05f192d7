package org.stillpoint.contract;

import static org.stillpoint.contract.Heads.VECTORS;
import static org.stillpoint.contract.Memory.activations;
import static org.stillpoint.contract.Memory.activationsOf;
import static org.stillpoint.contract.Memory.biases;
import static org.stillpoint.contract.Memory.kappaOf;
import static org.stillpoint.contract.Memory.lossOf;
import static org.stillpoint.contract.Memory.ratesOf;
import static org.stillpoint.contract.Memory.samplesOf;
import static org.stillpoint.contract.Memory.state;
import static org.stillpoint.contract.Memory.targetsOf;
import static org.stillpoint.contract.Memory.vals;
import static org.stillpoint.contract.Memory.weights;
import static org.stillpoint.contract.Training.delta;
import static org.stillpoint.contract.Training.input;
import static org.stillpoint.contract.Training.lossDerivative;
import static org.stillpoint.contract.Training.preactivationsOf;
import static org.stillpoint.contract.Training.sigma;
import static org.stillpoint.contract.Training.slope;
import static org.stillpoint.contract.Values.column;
import static org.stillpoint.contract.Values.dot;
import static org.stillpoint.contract.Values.qAdd;
import static org.stillpoint.contract.Values.qMul;
import static org.stillpoint.contract.Values.qNeg;
import static org.stillpoint.contract.Values.qOne;
import static org.stillpoint.contract.Values.qSignum;
import static org.stillpoint.contract.Values.scaled;
import static org.stillpoint.contract.Views.activationAt;
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

import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;

/**
 * The words of the theorems about scales and chains: two units of a linear hidden layer, chains of equal weights, one layer with
 * multiplied rates. What is said of an activation or of a loss for all numbers is tried on a few.
 */
public final class Scales {

    private Scales() {
    }

    public static boolean likeIdentity(Object f, BigFraction kappa) {
        return Zeros.forNumbers(q -> sigma(f, q) == q && slope(f, kappa, q) == qOne());
    }

    public static BigFraction incomingProduct(Stack w, Mat b, Stack v, Mat c, int l, int i, int j) {
        Vec row = row(layer(w, l), i);
        return qAdd(dot(row, row(layer(v, l), j), len(row)), qMul(at(row(b, l), i), at(row(c, l), j)));
    }

    public static BigFraction outgoingProduct(Stack w, Stack v, int l, int i, int j) {
        return dot(column(layer(w, l + 1), i), column(layer(v, l + 1), j), rows(layer(w, l + 1)));
    }

    /** Entry (i, j) of W1 G1^T, with the bias as a column, is that of G2^T W2. */
    public static boolean crossBalanced(Stack w, Mat b, Stack gradientW, Mat gradientB, int l, int i, int j) {
        return incomingProduct(w, b, gradientW, gradientB, l, i, j) == outgoingProduct(w, gradientW, l, j, i);
    }

    /** Entry (i, j) of W1 W1^T - W2^T W2 changes by rate^2 (G1 G1^T - G2^T G2). */
    public static boolean productsChange(Stack w, Mat b, Stack after, Mat bAfter, Stack gradientW, Mat gradientB,
                                         BigFraction rate, int l, int i, int j) {
        BigFraction change = qAdd(balance(after, bAfter, l, i, j), qNeg(balance(w, b, l, i, j)));
        return change == qMul(qMul(rate, rate), balance(gradientW, gradientB, l, i, j));
    }

    private static BigFraction balance(Stack w, Mat b, int l, int i, int j) {
        return qAdd(incomingProduct(w, b, w, b, l, i, j), qNeg(outgoingProduct(w, w, l, i, j)));
    }

    public static boolean isLikeIdentity(Heap h, Object sigma, int l, Object kappa) {
        return likeIdentity(activationAt(activations(h, sigma), l), val(kappa));
    }

    public static boolean isLikeIdentityIn(Heap h, Object rule, int l) {
        return likeIdentity(activationAt(activationsOf(h, rule), l), kappaOf(h, rule));
    }

    public static boolean isCrossBalanced(Heap h, Object gradient, Object p, int l, int i, int j) {
        return crossBalanced(weights(h, p), biases(h, p), weights(h, gradient), biases(h, gradient), l, i, j);
    }

    public static boolean productsChangeBySecondOrder(Heap h, Object after, Object s, Stack gradientW, Mat gradientB, Object rate,
                                                      int l, int i, int j) {
        TrainingState before = state(h, s);
        TrainingState then = state(h, after);
        return productsChange(weightsOf(before), biasesOf(before), weightsOf(then), biasesOf(then), gradientW, gradientB,
                qNeg(val(rate)), l, i, j);
    }

    public static boolean likeIdentities(Activations sigma, BigFraction kappa, int n) {
        return forAll(n, l -> likeIdentity(activationAt(sigma, l), kappa));
    }

    /** r times q, n times over. */
    public static BigFraction powerTimes(BigFraction q, int n, BigFraction r) {
        return IntStream.range(0, n).boxed().reduce(r, (product, k) -> qMul(q, product), (first, second) -> second);
    }

    public static BigFraction firstWeight(Stack w) {
        return at(row(layer(w, 0), 0), 0);
    }

    /** The gradient of the weight of layer n. */
    public static BigFraction chainProduct(Stack w, Mat b, Activations sigma, BigFraction kappa, Vec x, Vec g, int n) {
        return qMul(at(delta(w, sigma, kappa, preactivationsOf(w, b, sigma, x), g, n), 0), at(input(w, b, sigma, x, n), 0));
    }

    public static boolean equalChain(Stack w) {
        return forAll(depth(w), l -> rows(layer(w, l)) == 1 && len(row(layer(w, l), 0)) == 1
                && at(row(layer(w, l), 0), 0) == firstWeight(w));
    }

    public static boolean chain(Stack w, Mat b) {
        return depth(w) >= 1 && rows(b) == depth(w) && equalChain(w) && forAll(rows(b), l -> len(row(b, l)) == 0);
    }

    public static boolean chainState(TrainingState t) {
        return chain(weightsOf(t), biasesOf(t)) && equalChain(velocityOfWeights(t))
                && depth(velocityOfWeights(t)) == depth(weightsOf(t));
    }

    public static boolean powered(Vec output, Stack w, Vec x) {
        return at(output, 0) == powerTimes(firstWeight(w), depth(w), at(x, 0));
    }

    /** One of the first entries is zero, or they have the same sign. */
    public static boolean notOpposite(Vec u, Vec v) {
        return qSignum(at(u, 0)) != -qSignum(at(v, 0)) || qSignum(at(u, 0)) == 0;
    }

    public static boolean isChainOfEqualWeights(Heap h, Object s) {
        return chainState(state(h, s));
    }

    public static boolean areLikeIdentities(Heap h, Object rule) {
        Activations sigma = activationsOf(h, rule);
        return likeIdentities(sigma, kappaOf(h, rule), Views.count(sigma));
    }

    public static boolean hasTwiceTheDepth(Heap h, Object s, int half) {
        return depth(weightsOf(state(h, s))) == 2 * half;
    }

    public static boolean isPowerTimesInput(Heap h, Object output, Object s, Object x) {
        return powered(vals(h, output), weightsOf(state(h, s)), vals(h, x));
    }

    public static boolean isNotOpposite(Heap h, Object u, Object v) {
        return notOpposite(vals(h, u), vals(h, v));
    }

    /** Tried on a few outputs and targets. */
    public static boolean unchangedByScale(Object loss, BigFraction c) {
        return VECTORS.stream().allMatch(f -> VECTORS.stream()
                .allMatch(y -> lossDerivative(loss, scaled(c, f), y) == lossDerivative(loss, f, y)));
    }

    public static boolean multiple(Vec u, Vec v, BigFraction c) {
        return u == scaled(c, v);
    }

    public static boolean rateTimes(BigFraction q, BigFraction r, BigFraction c) {
        return q == qMul(c, r);
    }

    public static boolean scaledLayer(Stack to, Mat toBias, Stack from, Mat fromBias, BigFraction c) {
        return depth(to) == 1 && depth(from) == 1 && rows(toBias) == 1 && rows(fromBias) == 1
                && row(toBias, 0) == scaled(c, row(fromBias, 0))
                && layer(to, 0) == Mat.of(rows(layer(from, 0)), k -> scaled(c, row(layer(from, 0), k)));
    }

    public static boolean scaledState(TrainingState to, TrainingState from, BigFraction c) {
        return scaledLayer(weightsOf(to), biasesOf(to), weightsOf(from), biasesOf(from), c)
                && velocityOfWeights(to) == velocityOfWeights(from) && velocityOfBiases(to) == velocityOfBiases(from);
    }

    public static boolean zeroLayer(TrainingState t) {
        return depth(weightsOf(t)) == 1 && rows(biasesOf(t)) == 1 && Zeros.isZeroStack(weightsOf(t))
                && Zeros.isZeroMat(biasesOf(t));
    }

    public static boolean isScaledAt(Heap h, Object scaled, Object s, Object c) {
        return scaledState(state(h, scaled), state(h, s), val(c));
    }

    public static boolean isScaledOf(Heap h, Object scaled, TrainingState t, Object c) {
        return scaledState(state(h, scaled), t, val(c));
    }

    public static boolean isUnchangedByScale(Heap h, Object rule, Object c) {
        return unchangedByScale(lossOf(h, rule), val(c));
    }

    public static boolean isZeroLayer(Heap h, Object s) {
        return zeroLayer(state(h, s));
    }

    public static boolean hasRatesTimes(Heap h, Object scaled, Object schedule, Object c) {
        return samplesOf(h, scaled) == samplesOf(h, schedule) && targetsOf(h, scaled) == targetsOf(h, schedule)
                && ratesOf(h, scaled) == scaled(val(c), ratesOf(h, schedule));
    }
}
