package org.stillpoint.arbitraries;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;

/**
 * A training on data in which two features always agree, from first-layer weights in which their columns agree.
 *
 * @param first a feature, from 0
 * @param second another one
 */
public record EqualFeaturesRun(TrainingRun run, int first, int second) implements Sample {

    public static Arbitrary<EqualFeaturesRun> any() {
        return Shape.any().map(shape -> shape.withWidth(0, Math.max(2, shape.inputs()))).flatMap(shape ->
                Indices.pair(shape.inputs())
                        .flatMap(features -> Budget.cut(TrainingRun.from(Arbitraries.just(shape), Networks::any)
                                .map(run -> agreeing(run, features.firstInPlaceOfSecond(shape.inputs()))))
                        .map(run -> new EqualFeaturesRun(run, features.first(), features.second()))));
    }

    private static TrainingRun agreeing(TrainingRun run, List<Integer> from) {
        Layer first = Networks.withInputs(run.network().layers().get(0), from);
        DataSet data = new DataSet(run.data().inputs().stream().map(input -> Networks.chosen(input, from)).toList(),
                run.data().targets());
        Network network = Networks.withLayer(run.network(), 0, first);
        return new TrainingRun(network, data, run.settings(), run.derivative());
    }
}
