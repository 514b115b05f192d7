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
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;

/**
 * Makes a training on which something fails smaller: first fewer steps, samples, neurons, inputs and outputs, then plainer settings and numbers. The
 * built-in shrinking works on the hundreds of numbers one by one, and goes on after its time is up.
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
        return Stream.of(steps(run), samples(run), hiddenUnits(run), inputs(run), outputs(run), biases(run), settings(run), numbers(run))
                .flatMap(candidates -> candidates).filter(candidate -> tries++ < MAX_TRIES && fails.test(candidate)).findFirst();
    }

    private static Stream<TrainingRun> steps(TrainingRun run) {
        int steps = run.settings().steps();
        return IntStream.of(0, steps / 2, steps - 1).filter(fewer -> fewer >= 0 && fewer < steps)
                .mapToObj(fewer -> run.withSettings(run.settings().withSteps(fewer)));
    }

    private static Stream<TrainingRun> samples(TrainingRun run) {
        List<Vector> x = run.data().inputs();
        List<Vector> y = run.data().targets();
        return x.size() == 1 ? Stream.empty() : IntStream.range(0, x.size())
                .mapToObj(i -> run.withData(new DataSet(without(x, i), without(y, i))));
    }

    private static Stream<TrainingRun> hiddenUnits(TrainingRun run) {
        List<Layer> layers = run.network().layers();
        return IntStream.range(0, layers.size() - 1).filter(l -> layers.get(l).units() > 1).boxed()
                .flatMap(l -> IntStream.range(0, layers.get(l).units()).mapToObj(j -> run.withNetwork(
                        new Network(with(with(layers, l, withoutRow(layers.get(l), j)), l + 1, withoutColumn(layers.get(l + 1), j))))));
    }

    private static Stream<TrainingRun> inputs(TrainingRun run) {
        Layer first = run.network().layers().get(0);
        return first.inputs() == 1 ? Stream.empty() : IntStream.range(0, first.inputs())
                .mapToObj(k -> withLayer(run, 0, withoutColumn(first, k))
                        .withData(new DataSet(withoutEntry(run.data().inputs(), k), run.data().targets())));
    }

    private static Stream<TrainingRun> outputs(TrainingRun run) {
        int last = run.network().layers().size() - 1;
        Layer layer = run.network().layers().get(last);
        return layer.units() == 1 ? Stream.empty() : IntStream.range(0, layer.units())
                .mapToObj(o -> withLayer(run, last, withoutRow(layer, o))
                        .withData(new DataSet(run.data().inputs(), withoutEntry(run.data().targets(), o))));
    }

    private static Stream<TrainingRun> biases(TrainingRun run) {
        List<Layer> layers = run.network().layers();
        return IntStream.range(0, layers.size()).filter(l -> layers.get(l).bias().isPresent())
                .mapToObj(l -> withLayer(run, l,
                        new Layer(layers.get(l).weights(), Optional.empty(), layers.get(l).activation())));
    }

    private static Stream<TrainingRun> settings(TrainingRun run) {
        Settings settings = run.settings();
        return Stream.of(settings.withBatchSize(1), settings.withMomentum(BigFraction.ZERO), settings.withWeightDecay(BigFraction.ZERO),
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
        List<BigFraction> order = Stream.of(BigInteger.ZERO, BigInteger.ONE, BigInteger.ONE.negate(), whole).map(BigFraction::new).toList();
        int known = order.indexOf(number);
        return order.stream().limit(known < 0 ? order.size() : known);
    }

    private static TrainingRun withLayer(TrainingRun run, int l, Layer layer) {
        return run.withNetwork(new Network(with(run.network().layers(), l, layer)));
    }

    private static Layer withoutRow(Layer layer, int j) {
        return new Layer(new Matrix(without(layer.weights().rows(), j)), layer.bias().map(bias -> new Vector(without(bias.entries(), j))),
                layer.activation());
    }

    private static Layer withoutColumn(Layer layer, int k) {
        return new Layer(new Matrix(withoutEntry(layer.weights().rows(), k)), layer.bias(), layer.activation());
    }

    private static List<Vector> withoutEntry(List<Vector> rows, int k) {
        return rows.stream().map(row -> new Vector(without(row.entries(), k))).toList();
    }

    private static <T> List<T> with(List<T> list, int i, T element) {
        List<T> changed = new ArrayList<>(list);
        changed.set(i, element);
        return changed;
    }

    private static <T> List<T> without(List<T> list, int i) {
        List<T> shorter = new ArrayList<>(list);
        shorter.remove(i);
        return shorter;
    }
}
