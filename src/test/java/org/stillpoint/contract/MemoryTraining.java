package org.stillpoint.contract;

import static org.stillpoint.contract.Memory.activations;
import static org.stillpoint.contract.Memory.activationsOf;
import static org.stillpoint.contract.Memory.biases;
import static org.stillpoint.contract.Memory.decayOf;
import static org.stillpoint.contract.Memory.kappaOf;
import static org.stillpoint.contract.Memory.length;
import static org.stillpoint.contract.Memory.lossOf;
import static org.stillpoint.contract.Memory.mat;
import static org.stillpoint.contract.Memory.momentumOf;
import static org.stillpoint.contract.Memory.ratesOf;
import static org.stillpoint.contract.Memory.samplesOf;
import static org.stillpoint.contract.Memory.state;
import static org.stillpoint.contract.Memory.targetsOf;
import static org.stillpoint.contract.Memory.vals;
import static org.stillpoint.contract.Memory.weights;
import static org.stillpoint.contract.Training.batchBiasGradientOf;
import static org.stillpoint.contract.Training.batchWeightGradientOf;
import static org.stillpoint.contract.Training.biasGradientOf;
import static org.stillpoint.contract.Training.deltasOf;
import static org.stillpoint.contract.Training.preactivation;
import static org.stillpoint.contract.Training.preactivationsOf;
import static org.stillpoint.contract.Training.sampleBiasGradientOf;
import static org.stillpoint.contract.Training.sampleWeightGradientOf;
import static org.stillpoint.contract.Training.stepped;
import static org.stillpoint.contract.Training.sumOfBiasGradients;
import static org.stillpoint.contract.Training.sumOfWeightGradients;
import static org.stillpoint.contract.Training.trained;
import static org.stillpoint.contract.Training.weightGradientOf;
import static org.stillpoint.contract.Values.matPlusScaled;
import static org.stillpoint.contract.Values.part;
import static org.stillpoint.contract.Values.qRatio;
import static org.stillpoint.contract.Values.stackPlusScaled;
import static org.stillpoint.contract.Values.swappedRows;
import static org.stillpoint.contract.Values.zerosLikeMat;
import static org.stillpoint.contract.Values.zerosLikeStack;
import static org.stillpoint.contract.Views.biasesOf;
import static org.stillpoint.contract.Views.depth;
import static org.stillpoint.contract.Views.val;
import static org.stillpoint.contract.Views.weightsOf;

import org.hipparchus.fraction.BigFraction;

/** What the kernel computes of the objects and arrays that a heap holds: passes, gradients, descent. */
public final class MemoryTraining {

    private MemoryTraining() {
    }

    /** The values in a learning rule. */
    private record Rule(Activations sigma, BigFraction kappa, Object loss, BigFraction momentum, BigFraction decay) {

        static Rule in(Heap h, Object rule) {
            return new Rule(activationsOf(h, rule), kappaOf(h, rule), lossOf(h, rule), momentumOf(h, rule), decayOf(h, rule));
        }

        Stack weightGradient(Stack w, Mat b, Mat x, Mat y) {
            return batchWeightGradientOf(w, b, sigma, kappa, loss, x, y);
        }

        Mat biasGradient(Stack w, Mat b, Mat x, Mat y) {
            return batchBiasGradientOf(w, b, sigma, kappa, loss, x, y);
        }
    }

    public static Mat preactivations(Heap h, Object p, Object sigma, Object x) {
        return preactivationsOf(weights(h, p), biases(h, p), activations(h, sigma), vals(h, x));
    }

    public static Vec outputOf(Heap h, Object p, Object sigma, Object x) {
        return preactivation(weights(h, p), biases(h, p), activations(h, sigma), vals(h, x), depth(weights(h, p)) - 1);
    }

    public static Mat deltas(Heap h, Object p, Object sigma, Object kappa, Object z, Object g) {
        return deltasOf(weights(h, p), activations(h, sigma), val(kappa), mat(h, z), vals(h, g));
    }

    public static Stack weightGradient(Heap h, Object p, Object sigma, Object kappa, Object x, Object z, Object g) {
        return weightGradientOf(weights(h, p), activations(h, sigma), val(kappa), vals(h, x), mat(h, z), vals(h, g));
    }

    public static Mat biasGradient(Heap h, Object p, Object sigma, Object kappa, Object z, Object g) {
        return biasGradientOf(weights(h, p), biases(h, p), activations(h, sigma), val(kappa), mat(h, z), vals(h, g));
    }

    public static Stack sampleWeightGradient(Heap h, Object p, Object rule, Object x, Object y) {
        Rule r = Rule.in(h, rule);
        return sampleWeightGradientOf(weights(h, p), biases(h, p), r.sigma(), r.kappa(), r.loss(), vals(h, x), vals(h, y));
    }

    public static Mat sampleBiasGradient(Heap h, Object p, Object rule, Object x, Object y) {
        Rule r = Rule.in(h, rule);
        return sampleBiasGradientOf(weights(h, p), biases(h, p), r.sigma(), r.kappa(), r.loss(), vals(h, x), vals(h, y));
    }

    public static Stack batchWeightGradient(Heap h, Object p, Object rule, Object x, Object y) {
        return Rule.in(h, rule).weightGradient(weights(h, p), biases(h, p), mat(h, x), mat(h, y));
    }

    public static Mat batchBiasGradient(Heap h, Object p, Object rule, Object x, Object y) {
        return Rule.in(h, rule).biasGradient(weights(h, p), biases(h, p), mat(h, x), mat(h, y));
    }

    public static Stack batchWeightGradientAt(Heap h, Object s, Object rule, Object x, Object y) {
        return Rule.in(h, rule).weightGradient(weightsOf(state(h, s)), biasesOf(state(h, s)), mat(h, x), mat(h, y));
    }

    public static Mat batchBiasGradientAt(Heap h, Object s, Object rule, Object x, Object y) {
        return Rule.in(h, rule).biasGradient(weightsOf(state(h, s)), biasesOf(state(h, s)), mat(h, x), mat(h, y));
    }

    /** Of the first n samples. */
    public static Stack partialWeightGradient(Heap h, Object p, Object rule, Object x, Object y, int n) {
        Rule r = Rule.in(h, rule);
        return sumOfWeightGradients(weights(h, p), biases(h, p), r.sigma(), r.kappa(), r.loss(), mat(h, x), mat(h, y),
                qRatio(1, length(x)), n);
    }

    /** Of the first n samples. */
    public static Mat partialBiasGradient(Heap h, Object p, Object rule, Object x, Object y, int n) {
        Rule r = Rule.in(h, rule);
        return sumOfBiasGradients(weights(h, p), biases(h, p), r.sigma(), r.kappa(), r.loss(), mat(h, x), mat(h, y),
                qRatio(1, length(x)), n);
    }

    public static Stack weightGradientOfSwapped(Heap h, Object p, Object rule, Object x, Object y, int i) {
        return Rule.in(h, rule).weightGradient(weights(h, p), biases(h, p), swappedRows(mat(h, x), i), swappedRows(mat(h, y), i));
    }

    public static Mat biasGradientOfSwapped(Heap h, Object p, Object rule, Object x, Object y, int i) {
        return Rule.in(h, rule).biasGradient(weights(h, p), biases(h, p), swappedRows(mat(h, x), i), swappedRows(mat(h, y), i));
    }

    public static Stack weightedMeanOfWeights(Heap h, Object p, Object rule, Object x, Object y, int m) {
        Rule r = Rule.in(h, rule);
        Stack w = weights(h, p);
        int n = length(x);
        Stack first = r.weightGradient(w, biases(h, p), part(mat(h, x), 0, m), part(mat(h, y), 0, m));
        Stack second = r.weightGradient(w, biases(h, p), part(mat(h, x), m, n - m), part(mat(h, y), m, n - m));
        return stackPlusScaled(stackPlusScaled(zerosLikeStack(w), qRatio(m, n), first), qRatio(n - m, n), second);
    }

    public static Mat weightedMeanOfBiases(Heap h, Object p, Object rule, Object x, Object y, int m) {
        Rule r = Rule.in(h, rule);
        Mat b = biases(h, p);
        int n = length(x);
        Mat first = r.biasGradient(weights(h, p), b, part(mat(h, x), 0, m), part(mat(h, y), 0, m));
        Mat second = r.biasGradient(weights(h, p), b, part(mat(h, x), m, n - m), part(mat(h, y), m, n - m));
        return matPlusScaled(matPlusScaled(zerosLikeMat(b), qRatio(m, n), first), qRatio(n - m, n), second);
    }

    public static TrainingState stateAfterStep(Heap h, Object s, Object rule, Object x, Object y, Object rate) {
        Rule r = Rule.in(h, rule);
        return stepped(state(h, s), r.sigma(), r.kappa(), r.loss(), mat(h, x), mat(h, y), val(rate), r.momentum(), r.decay());
    }

    /** After the first n steps of a schedule. */
    public static TrainingState stateAfterSteps(Heap h, Object s, Object rule, Object schedule, int n) {
        Rule r = Rule.in(h, rule);
        return trained(state(h, s), r.sigma(), r.kappa(), r.loss(), samplesOf(h, schedule), targetsOf(h, schedule),
                ratesOf(h, schedule), r.momentum(), r.decay(), n);
    }

    public static TrainingState stateAfter(Heap h, Object s, Object rule, Object schedule) {
        return stateAfterSteps(h, s, rule, schedule, depth(samplesOf(h, schedule)));
    }

    /** How many of the first n samples are right. */
    public static int rightOfFirst(Heap h, Object p, Object sigma, Object x, Object y, int labelOfZero, int n) {
        return Training.countRight(weights(h, p), biases(h, p), activations(h, sigma), mat(h, x), mat(h, y), labelOfZero, n);
    }
}
