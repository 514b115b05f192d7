package org.stillpoint.arbitraries;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * A training in which two units of a hidden layer start with equal incoming row, bias and outgoing column.
 *
 * @param layer the hidden layer, from 0
 * @param first a unit of it, from 0
 * @param second another one
 */
public record TwinRun(TrainingRun run, int layer, int first, int second) implements Sample {

    public static Arbitrary<TwinRun> any() {
        return Shape.deepWithPiecewiseLinearActivations().flatMap(shape -> Arbitraries.integers().between(0, shape.depth() - 2)
                .flatMap(layer -> in(shape.withWidth(layer + 1, Math.max(2, shape.widths().get(layer + 1))), layer)));
    }

    private static Arbitrary<TwinRun> in(Shape shape, int layer) {
        int units = shape.widths().get(layer + 1);
        return Indices.pair(units).flatMap(twins -> Budget.cut(TrainingRun.from(Arbitraries.just(shape), Networks::any)
                        .map(run -> run.withNetwork(Networks.withUnits(run.network(), layer, twins.firstInPlaceOfSecond(units)))))
                .map(run -> new TwinRun(run, layer, twins.first(), twins.second())));
    }
}
