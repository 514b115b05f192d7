package org.stillpoint.arbitraries;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;

/**
 * A training, without weight decay if nothing else is said, of which some part of the first layer should not change.
 *
 * @param index the feature or the unit, from 0
 */
public record FrozenRun(TrainingRun run, int index) implements Sample {

    /** One feature is zero in every sample. */
    public static Arbitrary<FrozenRun> withAZeroFeature() {
        return withAZeroFeatureUnderDecay().map(frozen -> new FrozenRun(withoutDecay(frozen.run), frozen.index));
    }

    /** One feature is zero in every sample, and there may be weight decay. */
    public static Arbitrary<FrozenRun> withAZeroFeatureUnderDecay() {
        return Shape.any().flatMap(shape -> Arbitraries.integers().between(0, shape.inputs() - 1).flatMap(feature ->
                Budget.cut(TrainingRun.from(Arbitraries.just(shape), Networks::any)
                        .map(run -> run.withData(without(run.data(), feature)))).map(run -> new FrozenRun(run, feature))));
    }

    /** The first layer is of ReLUs, and the pre-activation of one of them is negative on every sample. */
    public static Arbitrary<FrozenRun> withADeadUnit() {
        return Shape.deep().map(shape -> shape.withBiases(true).withRelu()).flatMap(shape ->
                Arbitraries.integers().between(0, shape.widths().get(1) - 1).flatMap(unit ->
                        Budget.cut(TrainingRun.from(Arbitraries.just(shape), Networks::any)
                                .map(run -> withoutDecay(run.withNetwork(dead(run, unit)))))
                                .map(run -> new FrozenRun(run, unit))));
    }

    /** All is ReLU with derivative 0 at 0; the first layer and every hidden bias are zero, the other weights are any. */
    public static Arbitrary<TrainingRun> withAZeroFirstLayer(Arbitrary<Shape> shapes) {
        return Budget.cut(TrainingRun.from(shapes.map(Shape::withRelu), Networks::any).map(run -> withoutDecay(run
                .withNetwork(silent(run.network())).withSettings(run.settings().withKappa(BigFraction.ZERO)))));
    }

    private static TrainingRun withoutDecay(TrainingRun run) {
        return run.withSettings(run.settings().withWeightDecay(BigFraction.ZERO));
    }

    private static DataSet without(DataSet data, int feature) {
        return new DataSet(data.inputs().stream().map(input -> with(input, feature, BigFraction.ZERO)).toList(), data.targets());
    }

    /** Unit j with its bias so far below zero that no sample activates it. */
    private static Network dead(TrainingRun run, int j) {
        Layer first = run.network().layers().get(0);
        Vector row = first.weights().row(j);
        BigFraction most = run.data().inputs().stream()
                .map(x -> IntStream.range(0, x.size()).mapToObj(k -> row.get(k).multiply(x.get(k)))
                        .reduce(BigFraction.ZERO, BigFraction::add))
                .max(BigFraction::compareTo).orElseThrow();
        return Networks.withLayer(run.network(), 0, new Layer(first.weights(),
                first.bias().map(b -> with(b, j, most.negate().subtract(BigFraction.ONE))), first.activation()));
    }

    private static Network silent(Network network) {
        Network silent = network;
        for (int l = 0; l < network.layers().size() - 1; l++) {
            Layer layer = network.layers().get(l);
            Matrix weights = l == 0 ? Matrix.constant(layer.units(), layer.inputs(), BigFraction.ZERO) : layer.weights();
            Optional<Vector> bias = layer.bias().map(b -> Vector.zeros(b.size()));
            silent = Networks.withLayer(silent, l, new Layer(weights, bias, layer.activation()));
        }
        return silent;
    }

    private static Vector with(Vector vector, int index, BigFraction entry) {
        List<BigFraction> entries = new ArrayList<>(vector.entries());
        entries.set(index, entry);
        return new Vector(entries);
    }
}
