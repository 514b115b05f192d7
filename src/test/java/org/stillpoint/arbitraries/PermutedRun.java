package org.stillpoint.arbitraries;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.stillpoint.domain.Network;

/**
 * A training and an order for the units of each hidden layer.
 *
 * @param orders for each hidden layer, the unit that comes first, the one that comes second, and so on
 */
public record PermutedRun(TrainingRun run, List<List<Integer>> orders) implements Sample {

    public static Arbitrary<PermutedRun> any() {
        return Shape.deepWithPiecewiseLinearActivations().flatMap(shape -> Combinators.combine(
                TrainingRun.from(Arbitraries.just(shape), Networks::any),
                Indices.orders(shape.widths().subList(1, shape.depth()))).as(PermutedRun::new));
    }

    /** A network of this shape with its hidden units in the new orders. */
    public Network permuted(Network network) {
        Network permuted = network;
        for (int l = 0; l < orders.size(); l++) {
            permuted = Networks.withUnits(permuted, l, orders.get(l));
        }
        return permuted;
    }
}
