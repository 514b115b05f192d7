package org.stillpoint.contract;

import static org.stillpoint.contract.Kept.once;
import static org.stillpoint.contract.Values.affine;
import static org.stillpoint.contract.Values.hadamard;
import static org.stillpoint.contract.Values.matPlusScaled;
import static org.stillpoint.contract.Values.outer;
import static org.stillpoint.contract.Values.plusScaled;
import static org.stillpoint.contract.Values.qMul;
import static org.stillpoint.contract.Values.qNeg;
import static org.stillpoint.contract.Values.qRatio;
import static org.stillpoint.contract.Values.qSignum;
import static org.stillpoint.contract.Values.qZero;
import static org.stillpoint.contract.Values.stackPlusScaled;
import static org.stillpoint.contract.Values.transpose;
import static org.stillpoint.contract.Values.zeroVec;
import static org.stillpoint.contract.Values.zerosLikeMat;
import static org.stillpoint.contract.Values.zerosLikeStack;
import static org.stillpoint.contract.Views.array;
import static org.stillpoint.contract.Views.at;
import static org.stillpoint.contract.Views.biasesOf;
import static org.stillpoint.contract.Views.depth;
import static org.stillpoint.contract.Views.forAll;
import static org.stillpoint.contract.Views.layer;
import static org.stillpoint.contract.Views.len;
import static org.stillpoint.contract.Views.row;
import static org.stillpoint.contract.Views.rows;
import static org.stillpoint.contract.Views.val;
import static org.stillpoint.contract.Views.vec;
import static org.stillpoint.contract.Views.velocityOfBiases;
import static org.stillpoint.contract.Views.velocityOfWeights;
import static org.stillpoint.contract.Views.weightsOf;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Identity;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Relu;

/** What a network computes, its gradients, and what training makes of it. Layers are counted from 0. */
public final class Training {

    /** What stands for the value and the derivative of an object that is no activation function. */
    private static final BigFraction NO_FUNCTION = val(new BigFraction(-3));

    private Training() {
    }

    public static BigFraction relu(BigFraction q) {
        return qSignum(q) > 0 ? q : qZero();
    }

    /** The derivative of ReLU, kappa at the kink. */
    public static BigFraction reluSlope(BigFraction kappa, BigFraction q) {
        return qSignum(q) == 0 ? kappa : qSignum(q) > 0 ? qRatio(1, 1) : qZero();
    }

    /** The value of an activation function: of ReLU and identity by the formula, of any other by what it answers. */
    public static BigFraction sigma(Object f, BigFraction q) {
        if (f instanceof Relu) {
            return relu(q);
        }
        if (f instanceof Identity) {
            return q;
        }
        return f instanceof ActivationFunction function ? val(function.value(q)) : NO_FUNCTION;
    }

    /** Its derivative, kappa at a kink. */
    public static BigFraction slope(Object f, BigFraction kappa, BigFraction q) {
        if (f instanceof Relu) {
            return reluSlope(kappa, q);
        }
        if (f instanceof Identity) {
            return qRatio(1, 1);
        }
        return f instanceof ActivationFunction function ? val(function.derivative(q, kappa)) : NO_FUNCTION;
    }

    public static Vec activated(Object f, Vec z) {
        return Vec.of(len(z), i -> sigma(f, at(z, i)));
    }

    public static Vec slopes(Object f, BigFraction kappa, Vec z) {
        return Vec.of(len(z), i -> slope(f, kappa, at(z, i)));
    }

    public static Vec lossDerivative(Object loss, Vec f, Vec y) {
        return loss instanceof LossDerivative derivative ? vec(derivative.at(array(f), array(y))) : f;
    }

    public static BigFraction lossEntry(Object loss, Vec f, Vec y, int i) {
        return at(lossDerivative(loss, f, y), i);
    }

    public static Vec layerInput(Activations sigma, Vec x, Mat z, int l) {
        return l <= 0 ? x : activated(sigma.get(l - 1), row(z, l - 1));
    }

    public static Vec preactivation(Stack w, Mat b, Activations sigma, Vec x, int l) {
        return affine(layer(w, l), row(b, l), input(w, b, sigma, x, l));
    }

    /** What enters a layer: x, or the activations of the layer before. */
    public static Vec input(Stack w, Mat b, Activations sigma, Vec x, int l) {
        return l <= 0 ? x : activated(sigma.get(l - 1), preactivation(w, b, sigma, x, l - 1));
    }

    public static Mat preactivationsOf(Stack w, Mat b, Activations sigma, Vec x) {
        return Mat.of(depth(w), l -> preactivation(w, b, sigma, x, l));
    }

    public static Vec delta(Stack w, Activations sigma, BigFraction kappa, Mat z, Vec g, int l) {
        return depth(w) - 1 <= l ? g : hadamard(
                affine(transpose(layer(w, l + 1), len(row(z, l))), zeroVec(0), delta(w, sigma, kappa, z, g, l + 1)),
                slopes(sigma.get(l), kappa, row(z, l)));
    }

    public static Mat deltasOf(Stack w, Activations sigma, BigFraction kappa, Mat z, Vec g) {
        return Mat.of(depth(w), l -> delta(w, sigma, kappa, z, g, l));
    }

    public static Stack outerProducts(Mat d, Activations sigma, Vec x, Mat z) {
        return Stack.of(rows(d), l -> outer(row(d, l), layerInput(sigma, x, z, l)));
    }

    public static Vec deltaWhereBias(Vec b, Vec delta) {
        return len(b) == 0 ? b : delta;
    }

    public static Mat deltasWhereBias(Mat b, Mat d) {
        return Mat.of(rows(d), l -> deltaWhereBias(row(b, l), row(d, l)));
    }

    public static Stack weightGradientOf(Stack w, Activations sigma, BigFraction kappa, Vec x, Mat z, Vec g) {
        return outerProducts(deltasOf(w, sigma, kappa, z, g), sigma, x, z);
    }

    public static Mat biasGradientOf(Stack w, Mat b, Activations sigma, BigFraction kappa, Mat z, Vec g) {
        return deltasWhereBias(b, deltasOf(w, sigma, kappa, z, g));
    }

    public static Vec lossDerivativeAtOutput(Stack w, Mat b, Activations sigma, Object loss, Vec x, Vec y) {
        return lossDerivative(loss, preactivation(w, b, sigma, x, depth(w) - 1), y);
    }

    public static Stack sampleWeightGradientOf(Stack w, Mat b, Activations sigma, BigFraction kappa, Object loss, Vec x, Vec y) {
        return weightGradientOf(w, sigma, kappa, x, preactivationsOf(w, b, sigma, x),
                lossDerivativeAtOutput(w, b, sigma, loss, x, y));
    }

    public static Mat sampleBiasGradientOf(Stack w, Mat b, Activations sigma, BigFraction kappa, Object loss, Vec x, Vec y) {
        return biasGradientOf(w, b, sigma, kappa, preactivationsOf(w, b, sigma, x),
                lossDerivativeAtOutput(w, b, sigma, loss, x, y));
    }

    public static Stack sumOfWeightGradients(Stack w, Mat b, Activations sigma, BigFraction kappa, Object loss, Mat x, Mat y,
                             BigFraction share, int n) {
        return n <= 0 ? zerosLikeStack(w)
                : stackPlusScaled(sumOfWeightGradients(w, b, sigma, kappa, loss, x, y, share, n - 1), share,
                sampleWeightGradientOf(w, b, sigma, kappa, loss, row(x, n - 1), row(y, n - 1)));
    }

    public static Mat sumOfBiasGradients(Stack w, Mat b, Activations sigma, BigFraction kappa, Object loss, Mat x, Mat y,
                           BigFraction share, int n) {
        return n <= 0 ? zerosLikeMat(b) : matPlusScaled(sumOfBiasGradients(w, b, sigma, kappa, loss, x, y, share, n - 1), share,
                sampleBiasGradientOf(w, b, sigma, kappa, loss, row(x, n - 1), row(y, n - 1)));
    }

    public static Stack batchWeightGradientOf(Stack w, Mat b, Activations sigma, BigFraction kappa, Object loss, Mat x, Mat y) {
        return sumOfWeightGradients(w, b, sigma, kappa, loss, x, y, qRatio(1, rows(x)), rows(x));
    }

    public static Mat batchBiasGradientOf(Stack w, Mat b, Activations sigma, BigFraction kappa, Object loss, Mat x, Mat y) {
        return sumOfBiasGradients(w, b, sigma, kappa, loss, x, y, qRatio(1, rows(x)), rows(x));
    }

    public static TrainingState updated(TrainingState t, Stack gradientW, Mat gradientB, BigFraction rate, BigFraction momentum,
            BigFraction decay) {
        Stack v = stackPlusScaled(stackPlusScaled(gradientW, decay, weightsOf(t)), momentum, velocityOfWeights(t));
        Mat vb = matPlusScaled(gradientB, momentum, velocityOfBiases(t));
        return once(new TrainingState(stackPlusScaled(weightsOf(t), qNeg(rate), v), matPlusScaled(biasesOf(t), qNeg(rate), vb), v,
                vb));
    }

    public static TrainingState stepped(TrainingState t, Activations sigma, BigFraction kappa, Object loss, Mat x, Mat y,
                              BigFraction rate, BigFraction momentum, BigFraction decay) {
        return updated(t, batchWeightGradientOf(weightsOf(t), biasesOf(t), sigma, kappa, loss, x, y),
                batchBiasGradientOf(weightsOf(t), biasesOf(t), sigma, kappa, loss, x, y),
                rate, momentum, decay);
    }

    public static TrainingState trained(TrainingState t, Activations sigma, BigFraction kappa, Object loss, Stack x, Stack y,
            Vec rates,
                              BigFraction momentum, BigFraction decay, int n) {
        return n <= 0 ? t : stepped(trained(t, sigma, kappa, loss, x, y, rates, momentum, decay, n - 1), sigma, kappa, loss,
                layer(x, n - 1), layer(y, n - 1), at(rates, n - 1), momentum, decay);
    }

    public static Stack weightsDescended(Stack w, Vec rates, Stack gradient) {
        return Stack.of(depth(w), l -> matPlusScaled(layer(w, l), qNeg(at(rates, l)), layer(gradient, l)));
    }

    public static Mat biasesDescended(Mat b, Vec rates, Mat gradient) {
        return Mat.of(rows(b), l -> plusScaled(row(b, l), qNeg(at(rates, l)), row(gradient, l)));
    }

    /** The parameters alone, as a state. */
    public static TrainingState parametersOf(TrainingState t) {
        return once(new TrainingState(weightsOf(t), biasesOf(t), weightsOf(t), biasesOf(t)));
    }

    public static Vec coefficients(Stack w, Mat b, Activations sigma, BigFraction kappa, Object loss, Mat x, Mat y,
                                   BigFraction share, int j) {
        return Vec.of(rows(x), i -> qMul(share, at(delta(w, sigma, kappa, preactivationsOf(w, b, sigma, row(x, i)),
                lossDerivativeAtOutput(w, b, sigma, loss, row(x, i), row(y, i)), 0), j)));
    }

    public static int label(BigFraction q, int labelOfZero) {
        return qSignum(q) == 0 ? labelOfZero : qSignum(q);
    }

    public static boolean rightLabel(BigFraction q, BigFraction target, int labelOfZero) {
        return label(q, labelOfZero) != 0 && label(q, labelOfZero) == qSignum(target);
    }

    public static boolean rightLabels(Vec f, Vec y, int labelOfZero) {
        return forAll(len(f), i -> rightLabel(at(f, i), at(y, i), labelOfZero));
    }

    public static int countRight(Stack w, Mat b, Activations sigma, Mat x, Mat y, int labelOfZero, int n) {
        return n <= 0 ? 0 : countRight(w, b, sigma, x, y, labelOfZero, n - 1)
                + (rightLabels(preactivation(w, b, sigma, row(x, n - 1), depth(w) - 1), row(y, n - 1), labelOfZero) ? 1 : 0);
    }
}
