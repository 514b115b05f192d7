package org.stillpoint.arbitraries;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.NetworkGradient;
import org.stillpoint.engine.SampleTrace;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.optimiser.GradientDescent;
import org.stillpoint.optimiser.Optimiser;
import org.stillpoint.training.Dropout;
import org.stillpoint.training.Evaluation;
import org.stillpoint.training.Gradients;
import org.stillpoint.training.Optimisation;
import org.stillpoint.training.Training;

/**
 * A training with any loss, given by its derivative.
 *
 * @param network where it starts
 */
public record TrainingRun(Network network, DataSet data, Settings settings, LossDerivative derivative) implements Sample {

    /** Trainings from the networks that a shape gives. */
    public static Arbitrary<TrainingRun> from(Arbitrary<Shape> shapes, Function<Shape, Arbitrary<Network>> networks) {
        return from(shapes, networks, shape -> DataSets.any(shape.inputs(), shape.outputs()));
    }

    /** Trainings from the networks that a shape gives, on the data that it gives. */
    public static Arbitrary<TrainingRun> from(Arbitrary<Shape> shapes, Function<Shape, Arbitrary<Network>> networks,
                                              Function<Shape, Arbitrary<DataSet>> data) {
        return Budget.within(Combinators.combine(shapes, TrainingSettings.any()).flatAs((shape, settings) ->
                Combinators.combine(networks.apply(shape), data.apply(shape), TrainingSettings.derivative(settings))
                        .as((network, samples, derivative) -> new TrainingRun(network, samples, settings, derivative))));
    }

    @Override
    public TrainingRun run() {
        return this;
    }

    /** The network after the last step. */
    public Network trained() {
        Budget.requireRoomFor(this);
        return Training.descend(network, data, settings, derivative);
    }

    /** The network after this many steps, whatever the settings say. */
    public Network trained(int steps) {
        return withSettings(settings.withSteps(steps)).trained();
    }

    /** The optimiser of the settings. */
    public GradientDescent gradientDescent() {
        return new GradientDescent(settings.learningRate(), settings.momentum(), settings.weightDecay());
    }

    /**
     * The network at the start and after each step, under this optimiser and with these masks; an empty list of masks drops
     * nothing.
     */
    public List<Network> networks(Optimiser optimiser, Dropout dropout) {
        Budget.requireRoomFor(this);
        return Optimisation.train(network, data, settings, derivative, optimiser, dropout, bits -> { });
    }

    /** The network at the start and after each step, under this optimiser. */
    public List<Network> networks(Optimiser optimiser) {
        return networks(optimiser, (step, sample) -> List.of());
    }

    /** Everything about one sample, from 0, at the start, under the loss of the settings. */
    public SampleTrace traced(int sample) {
        return Training.trace(network, on(List.of(sample)).data, settings.withSteps(1)).steps().get(0).samples().get(0);
    }

    /**
     * The same steps under the squared loss, whose derivative is {@code f - y}: each sample of each step becomes one of its own
     * with target {@code f - g}. Samples of a shorter batch come several times, which leaves their mean as it is.
     */
    public TrainingRun withSquaredLoss() {
        int size = commonBatchSize();
        List<Vector> inputs = new ArrayList<>();
        List<Vector> targets = new ArrayList<>();
        for (int step = 0; step < settings.steps(); step++) {
            Network reached = trained(step);
            List<Integer> batch = batch(step);
            for (int repeat = 0; repeat < size / batch.size(); repeat++) {
                batch.forEach(i -> {
                    inputs.add(data.inputs().get(i));
                    targets.add(targetOfSquaredLoss(reached, i));
                });
            }
        }
        DataSet unrolled = inputs.isEmpty() ? data : new DataSet(inputs, targets);
        return new TrainingRun(network, unrolled, settings.withLoss(Loss.SQUARED).withBatchSize(size), Loss.SQUARED);
    }

    /** The network after the last step of {@link #withSquaredLoss}: as much work as without it, as the numbers are the same. */
    public Network trainedUnderSquaredLoss() {
        TrainingRun squared = withSquaredLoss();
        Budget.requireRoomFor(this);
        return Training.descend(squared.network, squared.data, squared.settings, Loss.SQUARED);
    }

    private List<Integer> batch(int step) {
        int first = step % settings.batches(data.size()) * settings.batchSize();
        return IntStream.range(first, Math.min(first + settings.batchSize(), data.size())).boxed().toList();
    }

    /** The least size of which every batch's own is a divisor. */
    private int commonBatchSize() {
        return IntStream.range(0, settings.batches(data.size())).map(step -> batch(step).size())
                .reduce(1, (a, b) -> a / BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).intValue() * b);
    }

    private Vector targetOfSquaredLoss(Network reached, int sample) {
        Vector output = Evaluation.output(reached, data.inputs().get(sample));
        List<BigFraction> g = g(reached, sample);
        return new Vector(IntStream.range(0, g.size()).mapToObj(i -> output.get(i).subtract(g.get(i))).toList());
    }

    /** The mean gradient over all data at the start. */
    public NetworkGradient gradient() {
        return Gradients.mean(network, data, derivative, settings.kappa());
    }

    /** The pre-activations of every sample at the start, layer by layer. */
    public List<List<Vector>> preactivations() {
        return Evaluation.preactivations(network, data.inputs()).toList();
    }

    /** The derivative of the loss by each output of a network of this shape, for one sample. */
    public List<BigFraction> g(Network at, int sample) {
        Vector output = Evaluation.output(at, data.inputs().get(sample));
        return List.of(derivative.at(output.entries().toArray(BigFraction[]::new),
                data.targets().get(sample).entries().toArray(BigFraction[]::new)));
    }

    /** The training on its first sample only. */
    public TrainingRun onFirstSample() {
        return on(List.of(0));
    }

    /** The training on these samples only. */
    public TrainingRun on(List<Integer> samples) {
        return withData(new DataSet(samples.stream().map(data.inputs()::get).toList(),
                samples.stream().map(data.targets()::get).toList()));
    }

    /** Full batches, neither momentum nor decay. */
    public TrainingRun plain() {
        return withSettings(settings.withBatchSize(data.size()).withMomentum(BigFraction.ZERO).withWeightDecay(BigFraction.ZERO));
    }

    public TrainingRun withNetwork(Network other) {
        return new TrainingRun(other, data, settings, derivative);
    }

    public TrainingRun withData(DataSet other) {
        return new TrainingRun(network, other, settings, derivative);
    }

    public TrainingRun withSettings(Settings other) {
        return new TrainingRun(network, data, other, derivative);
    }

    public TrainingRun withDerivative(LossDerivative other) {
        return new TrainingRun(network, data, settings, other);
    }
}
