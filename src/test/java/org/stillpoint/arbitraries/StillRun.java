package org.stillpoint.arbitraries;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;

/**
 * A training in which a hidden unit is zero, or a hidden layer is dead on the data.
 *
 * @param layer the hidden layer, from 0
 * @param unit the unit, from 0
 */
public record StillRun(TrainingRun run, int layer, int unit) implements Sample {

    /** The incoming weights, the bias and the outgoing weights of a hidden unit are zero; its activation is 0 at 0. */
    public static Arbitrary<StillRun> withAPrunedUnit() {
        return Shape.deepWithActivationsThatAreZeroAtZero().flatMap(shape -> hiddenLayer(shape).flatMap(l ->
                Arbitraries.integers().between(0, shape.widths().get(l + 1) - 1).flatMap(j ->
                        Budget.cut(TrainingRun.from(Arbitraries.just(shape), Networks::any)
                                .map(run -> run.withNetwork(pruned(run.network(), l, j))))
                                .map(run -> new StillRun(run, l, j)))));
    }

    /** A hidden layer of ReLUs, all of whose pre-activations are negative on every sample; there is no weight decay. */
    public static Arbitrary<StillRun> withADeadLayer() {
        return Shape.deep().map(shape -> shape.withBiases(true).withRelu()).flatMap(shape -> hiddenLayer(shape).flatMap(l ->
                Budget.cut(TrainingRun.from(Arbitraries.just(shape), Networks::any)
                        .map(run -> run.withNetwork(dead(run, l))
                                .withSettings(run.settings().withWeightDecay(BigFraction.ZERO))))
                        .map(run -> new StillRun(run, l, 0))));
    }

    private static Arbitrary<Integer> hiddenLayer(Shape shape) {
        return Arbitraries.integers().between(0, shape.depth() - 2);
    }

    /** The incoming weights and the bias of the unit in a network, then its outgoing weights. */
    public List<BigFraction> ofUnit(Network network) {
        Layer own = network.layers().get(layer);
        List<BigFraction> all = new ArrayList<>(own.weights().row(unit).entries());
        own.bias().ifPresent(bias -> all.add(bias.get(unit)));
        all.addAll(network.layers().get(layer + 1).weights().column(unit).entries());
        return all;
    }

    private static Network pruned(Network network, int l, int j) {
        Layer own = network.layers().get(l);
        Layer above = network.layers().get(l + 1);
        Matrix rows = new Matrix(IntStream.range(0, own.units())
                .mapToObj(i -> i == j ? Vector.zeros(own.inputs()) : own.weights().row(i)).toList());
        Matrix columns = new Matrix(IntStream.range(0, above.units()).mapToObj(i -> withZero(above.weights().row(i),
                j)).toList());
        return Networks.withLayer(Networks.withLayer(network, l,
                new Layer(rows, own.bias().map(bias -> withZero(bias, j)), own.activation())), l + 1,
                new Layer(columns, above.bias(), above.activation()));
    }

    private static Vector withZero(Vector vector, int index) {
        List<BigFraction> entries = new ArrayList<>(vector.entries());
        entries.set(index, BigFraction.ZERO);
        return new Vector(entries);
    }

    /** Each bias of layer l so far below zero that no sample activates its unit. */
    private static Network dead(TrainingRun run, int l) {
        Layer layer = run.network().layers().get(l);
        List<List<Vector>> z = run.preactivations();
        Vector below = new Vector(IntStream.range(0, layer.units()).mapToObj(j -> {
            BigFraction most = z.stream().map(layers -> layers.get(l).get(j)).max(Comparator.naturalOrder()).orElseThrow();
            return layer.bias().orElseThrow().get(j).subtract(most).subtract(BigFraction.ONE);
        }).toList());
        return Networks.withLayer(run.network(), l, new Layer(layer.weights(), layer.bias().map(b -> below), layer.activation()));
    }
}
