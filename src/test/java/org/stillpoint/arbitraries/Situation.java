package org.stillpoint.arbitraries;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * All that a claim may speak of: a training, and what it is looked at with. Nothing is known of it but that the shapes fit.
 *
 * @param otherVelocity a second velocity in the network's shape
 * @param choice the units and the feature that are looked at
 * @param vector as long as an input
 * @param unseen inputs that training need not have met
 * @param labels the targets of the unseen inputs
 */
public record Situation(KernelTraining training, Parameters otherVelocity, Choice choice, BigFraction[] vector,
                        BigFraction[][] unseen, BigFraction[][] labels) implements KernelSample {

    /**
     * Places in a network, from 0. Without a hidden layer the units are of the only layer.
     *
     * @param layer a hidden layer
     * @param first a unit of it
     * @param second another one, if there are two
     * @param feature an entry of an input
     * @param exchanges units of the layer, each to be exchanged with the next one, in turn
     */
    public record Choice(int layer, int first, int second, int feature, int[] exchanges) {
    }

    public Parameters parameters() {
        return training.network().parameters();
    }

    public ActivationFunction[] sigma() {
        return training.network().sigma();
    }

    /** The number of layers. */
    public int depth() {
        return parameters().weights.length;
    }

    public int inputs() {
        return training.network().inputs();
    }

    public int outputs() {
        return training.network().outputs();
    }

    public int units(int layer) {
        return parameters().weights[layer].length;
    }

    public int steps() {
        return training.rates().length;
    }

    /** Where training ends. */
    public State trained() {
        return trained(steps());
    }

    /** Where training is after some of its steps. */
    public State trained(int steps) {
        return trainedFrom(training.start(), steps);
    }

    /** Where the same training ends that starts with another state. */
    public State trainedFrom(State start, int steps) {
        KernelTraining part = training.ofSteps(steps);
        return Sgd.train(start, part.rule(), part.schedule());
    }

    /** The output of a network with these parameters. */
    public BigFraction[] output(Parameters p, BigFraction[] x) {
        return Backpropagation.output(Backpropagation.preactivations(p, sigma(), x));
    }

    /** The derivative of the loss by the output of a network with these parameters. */
    public BigFraction[] g(Parameters p, BigFraction[] x, BigFraction[] y) {
        return training.loss().at(output(p, x), y);
    }

    /** The gradient of one sample. */
    public Parameters gradient(Parameters p, BigFraction[] x, BigFraction[] y) {
        return Sgd.sampleGradient(p, training.rule(), x, y);
    }

    /** The gradient over a batch. */
    public Parameters gradient(Parameters p, BigFraction[][] x, BigFraction[][] y) {
        return Sgd.batchGradient(p, training.rule(), x, y);
    }

    /** The inputs of all batches. */
    public BigFraction[][] allInputs() {
        return Arrays.stream(training.inputs()).flatMap(Arrays::stream).toArray(BigFraction[][]::new);
    }

    /** The targets of all batches. */
    public BigFraction[][] allTargets() {
        return Arrays.stream(training.targets()).flatMap(Arrays::stream).toArray(BigFraction[][]::new);
    }

    /** Steps on the first sample alone, with the first rate, neither momentum nor decay. */
    public Situation plainOnFirstSample(int steps) {
        BigFraction[][] x = {training.inputs()[0][0]};
        BigFraction[][] y = {training.targets()[0][0]};
        return with(new KernelTraining(training.network(), training.velocity(), training.kappa(), training.loss(),
                repeated(x, steps), repeated(y, steps), IntStream.range(0, steps).mapToObj(step -> training.rates()[0])
                .toArray(BigFraction[]::new), BigFraction.ZERO, BigFraction.ZERO));
    }

    private static BigFraction[][][] repeated(BigFraction[][] batch, int steps) {
        return IntStream.range(0, steps).mapToObj(step -> batch).toArray(BigFraction[][][]::new);
    }

    Situation with(KernelTraining other) {
        return new Situation(other, otherVelocity, choice, vector, unseen, labels);
    }

    public Situation withParameters(Parameters other) {
        return with(new KernelTraining(new KernelNetwork(other, sigma()), training.velocity(), training.kappa(), training.loss(),
                training.inputs(), training.targets(), training.rates(), training.momentum(), training.decay()));
    }

    public Situation withSigma(ActivationFunction[] other) {
        return with(new KernelTraining(new KernelNetwork(parameters(), other), training.velocity(), training.kappa(),
                training.loss(), training.inputs(), training.targets(), training.rates(), training.momentum(), training.decay()));
    }

    public Situation withVelocity(Parameters other) {
        return with(new KernelTraining(training.network(), other, training.kappa(), training.loss(), training.inputs(),
                training.targets(), training.rates(), training.momentum(), training.decay()));
    }

    public Situation withOtherVelocity(Parameters other) {
        return new Situation(training, other, choice, vector, unseen, labels);
    }

    public Situation withLoss(LossDerivative other) {
        return with(new KernelTraining(training.network(), training.velocity(), training.kappa(), other, training.inputs(),
                training.targets(), training.rates(), training.momentum(), training.decay()));
    }

    public Situation withBatches(BigFraction[][][] inputs, BigFraction[][][] targets) {
        return with(new KernelTraining(training.network(), training.velocity(), training.kappa(), training.loss(), inputs,
                targets, training.rates(), training.momentum(), training.decay()));
    }

    public Situation withUnseen(BigFraction[][] inputs, BigFraction[][] targets) {
        return new Situation(training, otherVelocity, choice, vector, inputs, targets);
    }

    public Situation withKappa(BigFraction other) {
        return with(new KernelTraining(training.network(), training.velocity(), other, training.loss(), training.inputs(),
                training.targets(), training.rates(), training.momentum(), training.decay()));
    }

    public Situation withRates(BigFraction[] other) {
        return with(new KernelTraining(training.network(), training.velocity(), training.kappa(), training.loss(),
                training.inputs(), training.targets(), other, training.momentum(), training.decay()));
    }

    public Situation withMomentum(BigFraction other) {
        return with(new KernelTraining(training.network(), training.velocity(), training.kappa(), training.loss(),
                training.inputs(), training.targets(), training.rates(), other, training.decay()));
    }

    public Situation withDecay(BigFraction other) {
        return with(new KernelTraining(training.network(), training.velocity(), training.kappa(), training.loss(),
                training.inputs(), training.targets(), training.rates(), training.momentum(), other));
    }

    @Override
    public String toString() {
        return training + " other velocity " + KernelNetwork.text(otherVelocity) + " layer " + choice.layer + " units "
                + choice.first + ", "
                + choice.second + " feature " + choice.feature + " exchanges " + Arrays.toString(choice.exchanges) + " vector "
                + Arrays.toString(vector) + " unseen " + Arrays.deepToString(unseen) + " labels " + Arrays.deepToString(labels);
    }
}
