package org.stillpoint.arbitraries;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Removal;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;

/**
 * Makes a training on which something fails smaller: first fewer steps, samples, neurons, inputs and outputs, then plainer
 * settings and numbers. The built-in shrinking works on the hundreds of numbers one by one, and goes on after its time is up.
 */
public final class Shrinking {

    private static final int MAX_TRIES = 20_000;

    private final Predicate<TrainingRun> fails;
    private int tries;

    private Shrinking(Predicate<TrainingRun> fails) {
        this.fails = fails;
    }

    /** A training that fails as well and of which nothing can be taken away, unless that takes too many tries. */
    public static TrainingRun smallest(TrainingRun failing, Predicate<TrainingRun> fails) {
        return new Shrinking(fails).smallest(failing);
    }

    private TrainingRun smallest(TrainingRun failing) {
        TrainingRun smallest = failing;
        Optional<TrainingRun> smaller = next(smallest);
        while (smaller.isPresent()) {
            smallest = smaller.get();
            smaller = next(smallest);
        }
        return smallest;
    }

    private Optional<TrainingRun> next(TrainingRun run) {
        return Stream.of(steps(run), samples(run), hiddenUnits(run), inputs(run), outputs(run), biases(run), settings(run),
                numbers(run))
                .flatMap(candidates -> candidates).filter(candidate -> tries++ < MAX_TRIES && fails.test(candidate)).findFirst();
    }

    private static Stream<TrainingRun> steps(TrainingRun run) {
        int steps = run.settings().steps();
        return IntStream.of(0, steps / 2, steps - 1).filter(fewer -> fewer >= 0 && fewer < steps)
                .mapToObj(fewer -> run.withSettings(run.settings().withSteps(fewer)));
    }

    private static Stream<TrainingRun> samples(TrainingRun run) {
        int samples = run.data().size();
        return samples == 1 ? Stream.empty() : IntStream.range(0, samples)
                .mapToObj(i -> run.withData(Removal.sample(run.data(), i)));
    }

    private static Stream<TrainingRun> hiddenUnits(TrainingRun run) {
        List<Layer> layers = run.network().layers();
        return IntStream.range(0, layers.size() - 1).filter(l -> layers.get(l).units() > 1).boxed()
                .flatMap(l -> IntStream.range(0, layers.get(l).units())
                        .mapToObj(j -> run.withNetwork(Removal.unit(run.network(), l, j))));
    }

    private static Stream<TrainingRun> inputs(TrainingRun run) {
        int inputs = run.network().inputs();
        return inputs == 1 ? Stream.empty() : IntStream.range(0, inputs)
                .mapToObj(k -> run.withNetwork(Removal.input(run.network(), k)).withData(Removal.input(run.data(), k)));
    }

    private static Stream<TrainingRun> outputs(TrainingRun run) {
        int outputs = run.network().outputs();
        return outputs == 1 ? Stream.empty() : IntStream.range(0, outputs)
                .mapToObj(o -> run.withNetwork(Removal.output(run.network(), o)).withData(Removal.output(run.data(), o)));
    }

    private static Stream<TrainingRun> biases(TrainingRun run) {
        List<Layer> layers = run.network().layers();
        return IntStream.range(0, layers.size()).filter(l -> layers.get(l).bias().isPresent())
                .mapToObj(l -> withLayer(run, l,
                        new Layer(layers.get(l).weights(), Optional.empty(), layers.get(l).activation())));
    }

    private static Stream<TrainingRun> settings(TrainingRun run) {
        Settings settings = run.settings();
        return Stream.of(settings.withBatchSize(1), settings.withMomentum(BigFraction.ZERO),
                settings.withWeightDecay(BigFraction.ZERO),
                settings.withKappa(BigFraction.ZERO), settings.withLearningRate(BigFraction.ONE))
                .filter(plainer -> !plainer.equals(settings)).map(run::withSettings);
    }

    private static Stream<TrainingRun> numbers(TrainingRun run) {
        Stream<TrainingRun> weights = IntStream.range(0, run.network().layers().size()).boxed().flatMap(l -> {
            Layer layer = run.network().layers().get(l);
            Stream<Layer> plainer = Stream.concat(
                    plainer(layer.weights().rows()).map(rows -> new Layer(new Matrix(rows), layer.bias(), layer.activation())),
                    layer.bias().stream().flatMap(Shrinking::plainer)
                            .map(bias -> new Layer(layer.weights(), Optional.of(bias), layer.activation())));
            return plainer.map(other -> withLayer(run, l, other));
        });
        Stream<TrainingRun> inputs = plainer(run.data().inputs()).map(x -> run.withData(new DataSet(x, run.data().targets())));
        Stream<TrainingRun> targets = plainer(run.data().targets()).map(y -> run.withData(new DataSet(run.data().inputs(), y)));
        return Stream.of(weights, inputs, targets).flatMap(candidates -> candidates);
    }

    private static Stream<List<Vector>> plainer(List<Vector> rows) {
        return IntStream.range(0, rows.size()).boxed().flatMap(j -> plainer(rows.get(j)).map(row -> with(rows, j, row)));
    }

    private static Stream<Vector> plainer(Vector row) {
        return IntStream.range(0, row.size()).boxed()
                .flatMap(k -> plainer(row.get(k)).map(number -> new Vector(with(row.entries(), k, number))));
    }

    /** 0 before 1 before -1 before an integer before a fraction. */
    private static Stream<BigFraction> plainer(BigFraction number) {
        BigInteger whole = number.getNumerator().divide(number.getDenominator());
        List<BigFraction> order = Stream.of(BigInteger.ZERO, BigInteger.ONE, BigInteger.ONE.negate(), whole).map(BigFraction::new)
                .toList();
        int known = order.indexOf(number);
        return order.stream().limit(known < 0 ? order.size() : known);
    }

    private static TrainingRun withLayer(TrainingRun run, int l, Layer layer) {
        return run.withNetwork(new Network(with(run.network().layers(), l, layer)));
    }

    private static <T> List<T> with(List<T> list, int i, T element) {
        List<T> changed = new ArrayList<>(list);
        changed.set(i, element);
        return changed;
    }
}
