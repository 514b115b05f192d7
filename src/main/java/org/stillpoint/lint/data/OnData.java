package org.stillpoint.lint.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.domain.Activation;
import org.stillpoint.lint.evaluation.Evaluation;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.PointwiseFunction;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * The units that a layer makes, and what becomes of each by itself before units come together again.
 *
 * @param kernel the weights that make them
 * @param axis along which it counts them
 * @param made what the weights make
 * @param activated the last function of each entry on the way, if there is one
 * @param passedOn what comes of it in the end
 */
record OnData(Weights kernel, int axis, Value made, Optional<Layer.Pointwise> activated, Value passedOn) {

    /** Those of all layers that make units of several others, in their order. */
    static List<OnData> of(Network network) {
        return network.layers().stream().flatMap(layer -> {
            if (layer instanceof Layer.Dense dense) {
                return Stream.of(of(network, dense.kernel(), dense.outAxis(), dense.output()));
            }
            if (layer instanceof Layer.Convolution convolution) {
                return Stream.of(of(network, convolution.kernel(), convolution.outAxis(), convolution.output()));
            }
            return Stream.empty();
        }).toList();
    }

    private static OnData of(Network network, Weights kernel, int axis, Value made) {
        Value end = made;
        Optional<Layer.Pointwise> activated = Optional.empty();
        for (List<Layer> next = readers(network, end); next.size() == 1 && isUnitwise(next.get(0)); next = readers(network, end)) {
            activated = next.get(0) instanceof Layer.Pointwise pointwise ? Optional.of(pointwise) : activated;
            end = next.get(0).outputs().get(0);
        }
        return new OnData(kernel, axis, made, activated, end);
    }

    private static List<Layer> readers(Network network, Value value) {
        return network.outputs().contains(value) ? List.of()
                : network.layers().stream().filter(layer -> layer.inputs().contains(value)).toList();
    }

    private static boolean isUnitwise(Layer layer) {
        return layer instanceof Layer.Bias || layer instanceof Layer.Scale || layer instanceof Layer.BatchNormalisation
                || layer instanceof Layer.Pointwise;
    }

    /** Whether all of them are ReLUs that get something negative, at every place of every sample. */
    boolean isNegative(Evaluation evaluation) {
        return activated.filter(layer -> layer.function().equals(new PointwiseFunction.Of(Activation.RELU))
                && layer.output().equals(passedOn) && evaluation.of(layer.input()).entries().stream()
                .allMatch(entry -> entry.signum() < 0)).isPresent();
    }

    /** The units that pass on zero at every place of every sample. */
    List<Integer> dead(Evaluation evaluation) {
        return constant(evaluation).stream().filter(unit -> evaluation.constant(passedOn, unit).orElseThrow().signum() == 0).toList();
    }

    /** The units that pass on one number at every place of every sample. */
    List<Integer> constant(Evaluation evaluation) {
        return IntStream.range(0, passedOn.channels().size())
                .filter(unit -> evaluation.constant(passedOn, unit).isPresent()).boxed().toList();
    }
}
