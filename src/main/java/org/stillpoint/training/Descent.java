package org.stillpoint.training;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.Course;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Matrices;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.Stacks;
import org.stillpoint.kernel.State;

/** One run of gradient descent, advanced step by step: where it stands, and which batch comes next. */
final class Descent implements Course {

    private final Network shape;
    private final DataSet data;
    private final Settings settings;
    private final LossDerivative derivative;
    private final ActivationFunction[] sigma;
    private final BigFraction[][] inputs;
    private final BigFraction[][] targets;
    private State state;
    private int done;

    Descent(Network start, DataSet data, Settings settings, LossDerivative derivative) {
        KernelArrays.requireFit(start, data);
        this.shape = start;
        this.data = data;
        this.settings = settings;
        this.derivative = derivative;
        this.sigma = KernelArrays.hiddenActivations(start, settings.kinks());
        this.inputs = KernelArrays.arrays(data.inputs());
        this.targets = KernelArrays.arrays(data.targets());
        Parameters parameters = KernelArrays.parameters(start);
        this.state = new State(parameters,
                new Parameters(Stacks.zeros(parameters.weights), Matrices.zeros(parameters.biases)));
    }

    boolean finished() {
        return done == settings.steps();
    }

    int done() {
        return done;
    }

    @Override
    public Network network() {
        return KernelArrays.network(shape, state.parameters);
    }

    /** The samples of the next step. */
    List<Integer> batch() {
        return settings.batch(done, data.size());
    }

    @Override
    public void step() {
        List<Integer> batch = batch();
        state = Sgd.train(state, sigma, settings.kappa(), derivative,
                new BigFraction[][][] {rows(inputs, batch)}, new BigFraction[][][] {rows(targets, batch)},
                new BigFraction[] {settings.learningRate()}, settings.momentum(), settings.weightDecay());
        done++;
    }

    /** Takes the next step and tells everything about it. */
    StepTrace traceStep(Loss loss) {
        List<Integer> batch = batch();
        List<SampleTrace> samples = batch.stream().map(i -> sample(i, loss)).toList();
        NetworkGradient gradient = KernelArrays.gradient(Sgd.batchGradient(state.parameters, sigma, settings.kappa(),
                derivative, rows(inputs, batch), rows(targets, batch)));
        step();
        return new StepTrace(batch, samples, gradient, network());
    }

    @Override
    public BigFraction meanLoss() {
        return Evaluation.meanLoss(network(), data, settings.loss());
    }

    @Override
    public BigFraction accuracy() {
        return Evaluation.accuracy(network(), data);
    }

    @Override
    public int atMost() {
        return exact();
    }

    @Override
    public int exact() {
        return KernelArrays.bits(state.parameters);
    }

    private SampleTrace sample(int i, Loss loss) {
        BigFraction[][] z = Backpropagation.preactivations(state.parameters, sigma, inputs[i]);
        BigFraction[] f = z[z.length - 1];
        BigFraction[][] deltas =
                Backpropagation.deltas(state.parameters, sigma, settings.kappa(), z, derivative.at(f, targets[i]));
        List<Vector> activations = new ArrayList<>();
        for (int l = 1; l < z.length; l++) {
            activations.add(KernelArrays.vector(Backpropagation.layerInput(sigma, inputs[i], z, l)));
        }
        return new SampleTrace(KernelArrays.vectors(z), activations, KernelArrays.vectors(deltas),
                KernelArrays.vector(f), loss.value(KernelArrays.vector(f), data.targets().get(i)));
    }

    private static BigFraction[][] rows(BigFraction[][] all, List<Integer> batch) {
        return batch.stream().map(i -> all[i]).toArray(BigFraction[][]::new);
    }
}
