package org.stillpoint.arbitraries;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;

/**
 * A training in full batches on data that swapping two features only puts into another order, from first-layer weights in which
 * the columns of the two agree.
 *
 * @param first a feature, from 0
 * @param second another one
 */
public record SwappedFeaturesRun(TrainingRun run, int first, int second) implements Sample {

    public static Arbitrary<SwappedFeaturesRun> any() {
        return Shape.any().map(shape -> shape.withWidth(0, Math.max(2, shape.inputs()))).flatMap(shape ->
                Indices.pair(shape.inputs()).flatMap(features -> Budget.cut(
                                TrainingRun.from(Arbitraries.just(shape), Networks::any)
                                        .map(run -> symmetric(run, features.first(), features.second(),
                                                features.firstInPlaceOfSecond(shape.inputs()))))
                        .map(run -> new SwappedFeaturesRun(run, features.first(), features.second()))));
    }

    private static TrainingRun symmetric(TrainingRun run, int first, int second, List<Integer> from) {
        Layer layer = Networks.withInputs(run.network().layers().get(0), from);
        Network network = Networks.withLayer(run.network(), 0, layer);
        List<Integer> swapped = new ArrayList<>(IntStream.range(0, layer.inputs()).boxed().toList());
        Collections.swap(swapped, first, second);
        List<Vector> inputs = new ArrayList<>(run.data().inputs());
        List<Vector> targets = new ArrayList<>(run.data().targets());
        run.data().inputs().forEach(x -> inputs.add(Networks.chosen(x, swapped)));
        targets.addAll(run.data().targets());
        DataSet data = new DataSet(inputs, targets);
        return new TrainingRun(network, data, run.settings().withBatchSize(data.size()), run.derivative());
    }
}
