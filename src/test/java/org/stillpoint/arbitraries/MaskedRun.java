package org.stillpoint.arbitraries;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.training.Dropout;

/**
 * A training in which some units of one hidden layer are dropped.
 *
 * @param layer the hidden layer, from 0
 * @param kept the units of it that are kept, from 0, at least one
 */
public record MaskedRun(TrainingRun run, int layer, List<Integer> kept) implements Sample {

    public static Arbitrary<MaskedRun> any() {
        return TrainingRun.from(Shape.deep(), Networks::any).flatMap(run ->
                Arbitraries.integers().between(0, run.network().layers().size() - 2).flatMap(layer ->
                        Indices.orders(run.network().layers().get(layer).units()).flatMap(order ->
                                Arbitraries.integers().between(1, order.size()).map(count ->
                                        new MaskedRun(run, layer, order.subList(0, count).stream().sorted().toList())))));
    }

    /** 1 for kept units and units of other layers, 0 for dropped ones, the same for every sample. */
    public Dropout masks() {
        List<Vector> masks = new ArrayList<>();
        for (int l = 0; l < run.network().layers().size() - 1; l++) {
            int hidden = l;
            masks.add(new Vector(IntStream.range(0, run.network().layers().get(l).units())
                    .mapToObj(unit -> hidden != layer || kept.contains(unit) ? BigFraction.ONE : BigFraction.ZERO).toList()));
        }
        return (step, sample) -> masks;
    }

    /** A network of this shape without the dropped units. */
    public Network onlyKept(Network network) {
        return Networks.withUnits(network, layer, kept);
    }
}
