package org.stillpoint.contract;

import static org.stillpoint.contract.Kept.once;
import static org.stillpoint.contract.Values.affine;
import static org.stillpoint.contract.Values.hadamard;
import static org.stillpoint.contract.Values.mPlusScaled;
import static org.stillpoint.contract.Values.mZeros;
import static org.stillpoint.contract.Values.outer;
import static org.stillpoint.contract.Values.plusScaled;
import static org.stillpoint.contract.Values.qMul;
import static org.stillpoint.contract.Values.qNeg;
import static org.stillpoint.contract.Values.qRatio;
import static org.stillpoint.contract.Values.qSignum;
import static org.stillpoint.contract.Values.qZero;
import static org.stillpoint.contract.Values.sPlusScaled;
import static org.stillpoint.contract.Values.sZeros;
import static org.stillpoint.contract.Values.transpose;
import static org.stillpoint.contract.Values.zeroVec;
import static org.stillpoint.contract.Views.array;
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
import static org.stillpoint.contract.Views.vec;

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

    public static Vec layerIn(Funs sigma, Vec x, Mat z, int l) {
        return l <= 0 ? x : activated(sigma.get(l - 1), row(z, l - 1));
    }

    public static Vec pre(Stack w, Mat b, Funs sigma, Vec x, int l) {
        return affine(layer(w, l), row(b, l), input(w, b, sigma, x, l));
    }

    /** What enters a layer: x, or the activations of the layer before. */
    public static Vec input(Stack w, Mat b, Funs sigma, Vec x, int l) {
        return l <= 0 ? x : activated(sigma.get(l - 1), pre(w, b, sigma, x, l - 1));
    }

    public static Mat zs(Stack w, Mat b, Funs sigma, Vec x) {
        return Mat.of(depth(w), l -> pre(w, b, sigma, x, l));
    }

    public static Vec delta(Stack w, Funs sigma, BigFraction kappa, Mat z, Vec g, int l) {
        return depth(w) - 1 <= l ? g : hadamard(
                affine(transpose(layer(w, l + 1), len(row(z, l))), zeroVec(0), delta(w, sigma, kappa, z, g, l + 1)),
                slopes(sigma.get(l), kappa, row(z, l)));
    }

    public static Mat ds(Stack w, Funs sigma, BigFraction kappa, Mat z, Vec g) {
        return Mat.of(depth(w), l -> delta(w, sigma, kappa, z, g, l));
    }

    public static Stack outers(Mat d, Funs sigma, Vec x, Mat z) {
        return Stack.of(rows(d), l -> outer(row(d, l), layerIn(sigma, x, z, l)));
    }

    public static Vec biasGrad(Vec b, Vec delta) {
        return len(b) == 0 ? b : delta;
    }

    public static Mat biasGrads(Mat b, Mat d) {
        return Mat.of(rows(d), l -> biasGrad(row(b, l), row(d, l)));
    }

    public static Stack wGrad(Stack w, Funs sigma, BigFraction kappa, Vec x, Mat z, Vec g) {
        return outers(ds(w, sigma, kappa, z, g), sigma, x, z);
    }

    public static Mat bGrad(Stack w, Mat b, Funs sigma, BigFraction kappa, Mat z, Vec g) {
        return biasGrads(b, ds(w, sigma, kappa, z, g));
    }

    public static Vec lossGrad(Stack w, Mat b, Funs sigma, Object loss, Vec x, Vec y) {
        return lossDerivative(loss, pre(w, b, sigma, x, depth(w) - 1), y);
    }

    public static Stack sampleW(Stack w, Mat b, Funs sigma, BigFraction kappa, Object loss, Vec x, Vec y) {
        return wGrad(w, sigma, kappa, x, zs(w, b, sigma, x), lossGrad(w, b, sigma, loss, x, y));
    }

    public static Mat sampleB(Stack w, Mat b, Funs sigma, BigFraction kappa, Object loss, Vec x, Vec y) {
        return bGrad(w, b, sigma, kappa, zs(w, b, sigma, x), lossGrad(w, b, sigma, loss, x, y));
    }

    public static Stack sumW(Stack w, Mat b, Funs sigma, BigFraction kappa, Object loss, Mat x, Mat y,
                             BigFraction share, int n) {
        return n <= 0 ? sZeros(w) : sPlusScaled(sumW(w, b, sigma, kappa, loss, x, y, share, n - 1), share,
                sampleW(w, b, sigma, kappa, loss, row(x, n - 1), row(y, n - 1)));
    }

    public static Mat sumB(Stack w, Mat b, Funs sigma, BigFraction kappa, Object loss, Mat x, Mat y,
                           BigFraction share, int n) {
        return n <= 0 ? mZeros(b) : mPlusScaled(sumB(w, b, sigma, kappa, loss, x, y, share, n - 1), share,
                sampleB(w, b, sigma, kappa, loss, row(x, n - 1), row(y, n - 1)));
    }

    public static Stack batchW(Stack w, Mat b, Funs sigma, BigFraction kappa, Object loss, Mat x, Mat y) {
        return sumW(w, b, sigma, kappa, loss, x, y, qRatio(1, rows(x)), rows(x));
    }

    public static Mat batchB(Stack w, Mat b, Funs sigma, BigFraction kappa, Object loss, Mat x, Mat y) {
        return sumB(w, b, sigma, kappa, loss, x, y, qRatio(1, rows(x)), rows(x));
    }

    public static Sta updated(Sta t, Stack gradientW, Mat gradientB, BigFraction rate, BigFraction momentum, BigFraction decay) {
        Stack v = sPlusScaled(sPlusScaled(gradientW, decay, stW(t)), momentum, stVW(t));
        Mat vb = mPlusScaled(gradientB, momentum, stVB(t));
        return once(new Sta(sPlusScaled(stW(t), qNeg(rate), v), mPlusScaled(stB(t), qNeg(rate), vb), v, vb));
    }

    public static Sta stepped(Sta t, Funs sigma, BigFraction kappa, Object loss, Mat x, Mat y,
                              BigFraction rate, BigFraction momentum, BigFraction decay) {
        return updated(t, batchW(stW(t), stB(t), sigma, kappa, loss, x, y), batchB(stW(t), stB(t), sigma, kappa, loss, x, y),
                rate, momentum, decay);
    }

    public static Sta trained(Sta t, Funs sigma, BigFraction kappa, Object loss, Stack x, Stack y, Vec rates,
                              BigFraction momentum, BigFraction decay, int n) {
        return n <= 0 ? t : stepped(trained(t, sigma, kappa, loss, x, y, rates, momentum, decay, n - 1), sigma, kappa, loss,
                layer(x, n - 1), layer(y, n - 1), at(rates, n - 1), momentum, decay);
    }

    public static Stack sDescended(Stack w, Vec rates, Stack gradient) {
        return Stack.of(depth(w), l -> mPlusScaled(layer(w, l), qNeg(at(rates, l)), layer(gradient, l)));
    }

    public static Mat mDescended(Mat b, Vec rates, Mat gradient) {
        return Mat.of(rows(b), l -> plusScaled(row(b, l), qNeg(at(rates, l)), row(gradient, l)));
    }

    /** The parameters alone, as a state. */
    public static Sta parametersOf(Sta t) {
        return once(new Sta(stW(t), stB(t), stW(t), stB(t)));
    }

    public static Vec coefficients(Stack w, Mat b, Funs sigma, BigFraction kappa, Object loss, Mat x, Mat y,
                                   BigFraction share, int j) {
        return Vec.of(rows(x), i -> qMul(share, at(delta(w, sigma, kappa, zs(w, b, sigma, row(x, i)),
                lossGrad(w, b, sigma, loss, row(x, i), row(y, i)), 0), j)));
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

    public static int countRight(Stack w, Mat b, Funs sigma, Mat x, Mat y, int labelOfZero, int n) {
        return n <= 0 ? 0 : countRight(w, b, sigma, x, y, labelOfZero, n - 1)
                + (rightLabels(pre(w, b, sigma, row(x, n - 1), depth(w) - 1), row(y, n - 1), labelOfZero) ? 1 : 0);
    }
}
