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
import static org.stillpoint.contract.Views.vals;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Identity;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Relu;

/** What a network computes, its gradients, and what training makes of it. Layers are counted from 0. */
public final class Training {

    private Training() {
    }

    static BigFraction relu(BigFraction q) {
        return qSignum(q) > 0 ? q : qZero();
    }

    /** The value of an activation function: of ReLU and identity by the formula, of any other by what it answers. */
    public static BigFraction sigma(ActivationFunction f, BigFraction q) {
        if (f instanceof Relu) {
            return relu(q);
        }
        return f instanceof Identity ? q : val(f.value(q));
    }

    /** Its derivative, kappa at a kink. */
    public static BigFraction slope(ActivationFunction f, BigFraction kappa, BigFraction q) {
        if (f instanceof Relu) {
            return qSignum(q) == 0 ? kappa : qSignum(q) > 0 ? qRatio(1, 1) : qZero();
        }
        return f instanceof Identity ? qRatio(1, 1) : val(f.derivative(q, kappa));
    }

    public static Vec activated(ActivationFunction f, Vec z) {
        return Vec.of(len(z), i -> sigma(f, at(z, i)));
    }

    public static Vec slopes(ActivationFunction f, BigFraction kappa, Vec z) {
        return Vec.of(len(z), i -> slope(f, kappa, at(z, i)));
    }

    public static Vec lossDerivative(LossDerivative loss, Vec f, Vec y) {
        return vals(loss.at(array(f), array(y)));
    }

    public static Vec layerIn(List<ActivationFunction> sigma, Vec x, Mat z, int l) {
        return l <= 0 ? x : activated(sigma.get(l - 1), row(z, l - 1));
    }

    public static Vec pre(Stack w, Mat b, List<ActivationFunction> sigma, Vec x, int l) {
        return affine(layer(w, l), row(b, l), l <= 0 ? x : activated(sigma.get(l - 1), pre(w, b, sigma, x, l - 1)));
    }

    public static Mat zs(Stack w, Mat b, List<ActivationFunction> sigma, Vec x) {
        return Mat.of(depth(w), l -> pre(w, b, sigma, x, l));
    }

    public static Vec delta(Stack w, List<ActivationFunction> sigma, BigFraction kappa, Mat z, Vec g, int l) {
        return depth(w) - 1 <= l ? g : hadamard(
                affine(transpose(layer(w, l + 1), len(row(z, l))), zeroVec(0), delta(w, sigma, kappa, z, g, l + 1)),
                slopes(sigma.get(l), kappa, row(z, l)));
    }

    public static Mat ds(Stack w, List<ActivationFunction> sigma, BigFraction kappa, Mat z, Vec g) {
        return Mat.of(depth(w), l -> delta(w, sigma, kappa, z, g, l));
    }

    public static Stack outers(Mat d, List<ActivationFunction> sigma, Vec x, Mat z) {
        return Stack.of(rows(d), l -> outer(row(d, l), layerIn(sigma, x, z, l)));
    }

    public static Vec biasGrad(Vec b, Vec delta) {
        return len(b) == 0 ? b : delta;
    }

    public static Mat biasGrads(Mat b, Mat d) {
        return Mat.of(rows(d), l -> biasGrad(row(b, l), row(d, l)));
    }

    public static Stack wGrad(Stack w, List<ActivationFunction> sigma, BigFraction kappa, Vec x, Mat z, Vec g) {
        return outers(ds(w, sigma, kappa, z, g), sigma, x, z);
    }

    public static Mat bGrad(Stack w, Mat b, List<ActivationFunction> sigma, BigFraction kappa, Mat z, Vec g) {
        return biasGrads(b, ds(w, sigma, kappa, z, g));
    }

    static Vec lossGrad(Stack w, Mat b, List<ActivationFunction> sigma, LossDerivative loss, Vec x, Vec y) {
        return lossDerivative(loss, pre(w, b, sigma, x, depth(w) - 1), y);
    }

    public static Stack sampleW(Stack w, Mat b, List<ActivationFunction> sigma, BigFraction kappa, LossDerivative loss, Vec x, Vec y) {
        return wGrad(w, sigma, kappa, x, zs(w, b, sigma, x), lossGrad(w, b, sigma, loss, x, y));
    }

    public static Mat sampleB(Stack w, Mat b, List<ActivationFunction> sigma, BigFraction kappa, LossDerivative loss, Vec x, Vec y) {
        return bGrad(w, b, sigma, kappa, zs(w, b, sigma, x), lossGrad(w, b, sigma, loss, x, y));
    }

    public static Stack sumW(Stack w, Mat b, List<ActivationFunction> sigma, BigFraction kappa, LossDerivative loss, Mat x, Mat y,
                             BigFraction share, int n) {
        return n <= 0 ? sZeros(w) : sPlusScaled(sumW(w, b, sigma, kappa, loss, x, y, share, n - 1), share,
                sampleW(w, b, sigma, kappa, loss, row(x, n - 1), row(y, n - 1)));
    }

    public static Mat sumB(Stack w, Mat b, List<ActivationFunction> sigma, BigFraction kappa, LossDerivative loss, Mat x, Mat y,
                           BigFraction share, int n) {
        return n <= 0 ? mZeros(b) : mPlusScaled(sumB(w, b, sigma, kappa, loss, x, y, share, n - 1), share,
                sampleB(w, b, sigma, kappa, loss, row(x, n - 1), row(y, n - 1)));
    }

    public static Stack batchW(Stack w, Mat b, List<ActivationFunction> sigma, BigFraction kappa, LossDerivative loss, Mat x, Mat y) {
        return sumW(w, b, sigma, kappa, loss, x, y, qRatio(1, rows(x)), rows(x));
    }

    public static Mat batchB(Stack w, Mat b, List<ActivationFunction> sigma, BigFraction kappa, LossDerivative loss, Mat x, Mat y) {
        return sumB(w, b, sigma, kappa, loss, x, y, qRatio(1, rows(x)), rows(x));
    }

    public static Sta updated(Sta t, Stack gradientW, Mat gradientB, BigFraction rate, BigFraction momentum, BigFraction decay) {
        Stack v = sPlusScaled(sPlusScaled(gradientW, decay, stW(t)), momentum, stVW(t));
        Mat vb = mPlusScaled(gradientB, momentum, stVB(t));
        return once(new Sta(sPlusScaled(stW(t), qNeg(rate), v), mPlusScaled(stB(t), qNeg(rate), vb), v, vb));
    }

    public static Sta stepped(Sta t, List<ActivationFunction> sigma, BigFraction kappa, LossDerivative loss, Mat x, Mat y,
                              BigFraction rate, BigFraction momentum, BigFraction decay) {
        return updated(t, batchW(stW(t), stB(t), sigma, kappa, loss, x, y), batchB(stW(t), stB(t), sigma, kappa, loss, x, y),
                rate, momentum, decay);
    }

    public static Sta trained(Sta t, List<ActivationFunction> sigma, BigFraction kappa, LossDerivative loss, Stack x, Stack y, Vec rates,
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

    public static Vec coefficients(Stack w, Mat b, List<ActivationFunction> sigma, BigFraction kappa, LossDerivative loss, Mat x, Mat y,
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

    public static int countRight(Stack w, Mat b, List<ActivationFunction> sigma, Mat x, Mat y, int labelOfZero, int n) {
        return n <= 0 ? 0 : countRight(w, b, sigma, x, y, labelOfZero, n - 1)
                + (rightLabels(pre(w, b, sigma, row(x, n - 1), depth(w) - 1), row(y, n - 1), labelOfZero) ? 1 : 0);
    }
}
