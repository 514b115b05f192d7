package org.stillpoint.arbitraries;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;

/**
 * A training from a network in which one unit of a hidden layer is split into two. The second half is the last unit of its layer,
 * the first one stands where the unit stood.
 *
 * @param run of the wide network
 * @param narrow the network before the split
 * @param layer the hidden layer, from 0
 * @param unit the one that is split, from 0
 * @param alpha the share of its outgoing weights in the first half
 */
public record SplitUnitRun(TrainingRun run, Network narrow, int layer, int unit, BigFraction alpha) implements Sample {

    public static Arbitrary<SplitUnitRun> any() {
        Arbitrary<BigFraction> shares = Arbitraries.oneOf(Arbitraries.just(BigFraction.ONE_HALF), Rationals.any());
        return Shape.deep().flatMap(shape -> Combinators.combine(Arbitraries.integers().between(0, shape.depth() - 2), shares)
                .flatAs((layer, alpha) -> Arbitraries.integers().between(0, shape.widths().get(layer + 1) - 1)
                        .flatMap(unit -> split(shape, layer, unit, alpha))));
    }

    private static Arbitrary<SplitUnitRun> split(Shape shape, int layer, int unit, BigFraction alpha) {
        Arbitrary<TrainingRun> narrow = TrainingRun.from(Arbitraries.just(shape), each -> Arbitraries.frequencyOf(
                Tuple.of(3, Networks.any(each)), Tuple.of(1, Arbitraries.just(Networks.zero(each.withOutputBias(false))))));
        return narrow.map(run -> new SplitUnitRun(run.withNetwork(wide(run.network(), layer, unit, alpha)), run.network(), layer,
                unit, alpha)).filter(1_000, sample -> Budget.hasRoomFor(sample.run()));
    }

    private static Network wide(Network narrow, int layer, int unit, BigFraction alpha) {
        List<Integer> from = new ArrayList<>(IntStream.range(0, narrow.layers().get(layer).units()).boxed().toList());
        from.add(unit);
        Network twice = Networks.withUnits(narrow, layer, from);
        Layer above = twice.layers().get(layer + 1);
        Matrix outgoing = new Matrix(above.weights().rows().stream().map(row -> inShares(row, unit, alpha)).toList());
        return Networks.withLayer(twice, layer + 1, new Layer(outgoing, above.bias(), above.activation()));
    }

    private static Vector inShares(Vector row, int unit, BigFraction alpha) {
        List<BigFraction> entries = new ArrayList<>(row.entries());
        entries.set(unit, alpha.multiply(row.get(unit)));
        entries.set(row.size() - 1, BigFraction.ONE.subtract(alpha).multiply(row.get(unit)));
        return new Vector(entries);
    }

    /** The half that stands last in its layer. */
    public int lastHalf() {
        return run.network().layers().get(layer).units() - 1;
    }
}
