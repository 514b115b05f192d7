package org.stillpoint.contract;

import static org.stillpoint.contract.Memory.activations;
import static org.stillpoint.contract.Memory.activationsOf;
import static org.stillpoint.contract.Memory.biases;
import static org.stillpoint.contract.Memory.fullParameters;
import static org.stillpoint.contract.Memory.kappaOf;
import static org.stillpoint.contract.Memory.length;
import static org.stillpoint.contract.Memory.lossOf;
import static org.stillpoint.contract.Memory.mat;
import static org.stillpoint.contract.Memory.vals;
import static org.stillpoint.contract.Memory.weights;
import static org.stillpoint.contract.Shapes.sameShape;
import static org.stillpoint.contract.Shapes.sameStackShape;
import static org.stillpoint.contract.Training.input;
import static org.stillpoint.contract.Training.lossDerivativeAtOutput;
import static org.stillpoint.contract.Training.relu;
import static org.stillpoint.contract.Training.reluSlope;
import static org.stillpoint.contract.Training.sigma;
import static org.stillpoint.contract.Training.slope;
import static org.stillpoint.contract.Values.affine;
import static org.stillpoint.contract.Values.dot;
import static org.stillpoint.contract.Values.frobenius;
import static org.stillpoint.contract.Values.qAdd;
import static org.stillpoint.contract.Values.qMul;
import static org.stillpoint.contract.Values.qNeg;
import static org.stillpoint.contract.Values.qRatio;
import static org.stillpoint.contract.Values.qZero;
import static org.stillpoint.contract.Views.activationAt;
import static org.stillpoint.contract.Views.at;
import static org.stillpoint.contract.Views.depth;
import static org.stillpoint.contract.Views.layer;
import static org.stillpoint.contract.Views.len;
import static org.stillpoint.contract.Views.row;
import static org.stillpoint.contract.Views.rows;
import static org.stillpoint.contract.Views.val;

import java.util.function.BinaryOperator;
import org.hipparchus.fraction.BigFraction;

/** The words of the theorems about one-sided derivatives and kinks. */
public final class Directions {

    private Directions() {
    }

    /** The derivative of max(0, z + t d) by t at 0 from the right: at the kink max(0, t d) / t is max(0, d). */
    public static BigFraction reluRight(BigFraction z, BigFraction d) {
        return z.signum() == 0 ? relu(d) : z.signum() > 0 ? d : qZero();
    }

    /** The derivative from the left is minus the one from the right along -d. */
    public static BigFraction reluLeft(BigFraction z, BigFraction d) {
        return qNeg(reluRight(z, qNeg(d)));
    }

    public static Vec reluRights(Vec z, Vec d) {
        return Vec.of(len(z), j -> reluRight(at(z, j), at(d, j)));
    }

    public static Vec reluLefts(Vec z, Vec d) {
        return Vec.of(len(z), j -> reluLeft(at(z, j), at(d, j)));
    }

    public static boolean reluWith(Object f, BigFraction kappa) {
        return Zeros.forNumbers(q -> sigma(f, q) == relu(q) && slope(f, kappa, q) == reluSlope(kappa, q));
    }

    public static boolean half(BigFraction q) {
        return q.equals(BigFraction.ONE_HALF);
    }

    public static boolean depthTwo(Stack w) {
        return depth(w) == 2;
    }

    public static boolean directionOf(Stack w, Mat b, Stack ofNetwork, Mat itsBiases) {
        return sameStackShape(w, ofNetwork) && sameShape(b, itsBiases);
    }

    /** The inner product of all weights and biases of a layer. */
    public static BigFraction layerProduct(Stack w, Mat b, Stack v, Mat c, int l) {
        return qAdd(frobenius(layer(w, l), layer(v, l), rows(layer(w, l))), dot(row(b, l), row(c, l), len(row(b, l))));
    }

    public static BigFraction gradientAlong(Stack w, Mat b, Stack gradient, Mat itsBiases) {
        return qAdd(layerProduct(w, b, gradient, itsBiases, 0), layerProduct(w, b, gradient, itsBiases, 1));
    }

    public static BigFraction rightDerivative(Stack w, Mat b, Activations sigma, Vec x, Vec g, Stack dw, Mat db) {
        return oneSided(w, b, sigma, x, g, dw, db, Directions::reluRight);
    }

    public static BigFraction leftDerivative(Stack w, Mat b, Activations sigma, Vec x, Vec g, Stack dw, Mat db) {
        return oneSided(w, b, sigma, x, g, dw, db, Directions::reluLeft);
    }

    /** By the product rule: the weights of the direction times the activations, and the weights times the change of these. */
    private static BigFraction oneSided(Stack w, Mat b, Activations sigma, Vec x, Vec g, Stack dw, Mat db,
                                        BinaryOperator<BigFraction> ofRelu) {
        Vec z = affine(layer(w, 0), row(b, 0), x);
        Vec dz = affine(layer(dw, 0), row(db, 0), x);
        Vec change = Vec.of(len(z), j -> ofRelu.apply(at(z, j), at(dz, j)));
        Vec ownWeights = affine(layer(dw, 1), row(db, 1), input(w, b, sigma, x, 1));
        return Values.sum(len(g), i -> qMul(at(g, i), qAdd(at(ownWeights, i), i < rows(layer(w, 1))
                ? dot(row(layer(w, 1), i), change, len(change)) : qZero())));
    }

    public static boolean midway(Stack w, Mat b, Stack gradient, Mat itsBiases, BigFraction q, BigFraction r) {
        return qMul(qRatio(2, 1), gradientAlong(w, b, gradient, itsBiases)) == qAdd(q, r);
    }

    public static BigFraction sumOfRightDerivatives(Stack w, Mat b, Activations sigma, Object loss, Mat x, Mat y, BigFraction c,
                                                    Stack dw, Mat db, int n) {
        return Values.sum(n, i -> qMul(c, rightDerivative(w, b, sigma, row(x, i),
                lossDerivativeAtOutput(w, b, sigma, loss, row(x, i), row(y, i)), dw, db)));
    }

    public static BigFraction sumOfLeftDerivatives(Stack w, Mat b, Activations sigma, Object loss, Mat x, Mat y, BigFraction c,
                                                   Stack dw, Mat db, int n) {
        return Values.sum(n, i -> qMul(c, leftDerivative(w, b, sigma, row(x, i),
                lossDerivativeAtOutput(w, b, sigma, loss, row(x, i), row(y, i)), dw, db)));
    }

    public static boolean startsAsRelu(Heap h, Object sigma, Object kappa) {
        return reluWith(activationAt(activations(h, sigma), 0), val(kappa));
    }

    public static boolean startsAsReluIn(Heap h, Object rule) {
        return reluWith(activationAt(activationsOf(h, rule), 0), kappaOf(h, rule));
    }

    public static boolean isOneHalf(Object kappa) {
        return half(val(kappa));
    }

    public static boolean hasOneHalfForKappa(Heap h, Object rule) {
        return half(kappaOf(h, rule));
    }

    public static boolean isOfDepthTwo(Heap h, Object p) {
        return depthTwo(weights(h, p));
    }

    public static boolean isDirectionOf(Heap h, Object d, Object p) {
        return fullParameters(h, d) && directionOf(weights(h, d), biases(h, d), weights(h, p), biases(h, p));
    }

    public static boolean isMidwayAlong(Heap h, Object gradient, Object d, BigFraction q, BigFraction r) {
        return midway(weights(h, d), biases(h, d), weights(h, gradient), biases(h, gradient), q, r);
    }

    public static BigFraction derivativeFromTheRight(Heap h, Object p, Object sigma, Object x, Object g, Object d) {
        return rightDerivative(weights(h, p), biases(h, p), activations(h, sigma), vals(h, x), vals(h, g), weights(h, d),
                biases(h, d));
    }

    public static BigFraction derivativeFromTheLeft(Heap h, Object p, Object sigma, Object x, Object g, Object d) {
        return leftDerivative(weights(h, p), biases(h, p), activations(h, sigma), vals(h, x), vals(h, g), weights(h, d),
                biases(h, d));
    }

    public static BigFraction meanDerivativeFromTheRight(Heap h, Object p, Object rule, Object x, Object y, Object d) {
        return sumOfRightDerivatives(weights(h, p), biases(h, p), activationsOf(h, rule), lossOf(h, rule), mat(h, x), mat(h, y),
                qRatio(1, length(x)), weights(h, d), biases(h, d), length(x));
    }

    public static BigFraction meanDerivativeFromTheLeft(Heap h, Object p, Object rule, Object x, Object y, Object d) {
        return sumOfLeftDerivatives(weights(h, p), biases(h, p), activationsOf(h, rule), lossOf(h, rule), mat(h, x), mat(h, y),
                qRatio(1, length(x)), weights(h, d), biases(h, d), length(x));
    }
}
