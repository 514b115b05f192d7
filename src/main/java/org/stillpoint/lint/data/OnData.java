package org.stillpoint.lint.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
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
 * @param fed what the layer takes
 * @param depthwise whether each unit is made of the one of its number in that
 * @param unitwise the layers behind it in which each unit is by itself
 * @param passedOn what comes of them in the end
 */
record OnData(Weights kernel, Value fed, boolean depthwise, List<Layer> unitwise, Value passedOn) {

    private static final PointwiseFunction RELU = new PointwiseFunction.Of(Activation.RELU);

    /** Those of all layers that make units of several others, in their order. */
    static List<OnData> of(Network network) {
        return network.layers().stream().filter(Layer.WithKernel.class::isInstance).map(Layer.WithKernel.class::cast)
                .map(layer -> of(network, layer)).toList();
    }

    private static OnData of(Network network, Layer.WithKernel maker) {
        Value end = maker.output();
        List<Layer> unitwise = new ArrayList<>();
        List<Layer> next = readers(network, end);
        while (next.size() == 1 && isUnitwise(next.get(0))) {
            unitwise.add(next.get(0));
            end = next.get(0).outputs().get(0);
            next = readers(network, end);
        }
        return new OnData(maker.kernel(), maker.input(), !maker.isMixing(), unitwise, end);
    }

    private static List<Layer> readers(Network network, Value value) {
        return network.outputs().contains(value) ? List.of()
                : network.layers().stream().filter(layer -> layer.inputs().contains(value)).toList();
    }

    private static boolean isUnitwise(Layer layer) {
        return layer instanceof Layer.Bias || layer instanceof Layer.Scale || layer instanceof Layer.BatchNormalisation
                || layer instanceof Layer.Pointwise;
    }

    /** Whether the tensor makes these units, or changes each by itself. */
    boolean isOf(Weights tensor) {
        return tensor.equals(kernel) || unitwise.stream().anyMatch(layer -> layer.weights().contains(tensor));
    }

    int size() {
        return passedOn.channels().size();
    }

    /** Whether all that a unit is made of is one number at every place of every sample, so that the unit has to be constant. */
    boolean isMadeOfConstants(Evaluation evaluation, int unit) {
        return depthwise ? evaluation.constant(fed, unit).isPresent() : IntStream.range(0, fed.channels().size())
                .allMatch(channel -> evaluation.constant(fed, channel).isPresent());
    }

    /** The units that pass on one number at every place of every sample. */
    List<Integer> constant(Evaluation evaluation) {
        return units().filter(unit -> evaluation.constant(passedOn, unit).isPresent()).boxed().toList();
    }

    /**
     * The units of which one activation gets nothing above the bound below which it is flat, at every place of every sample.
     *
     * @param strictly whether it gets something below that bound only, so that its derivative at the bound does not matter
     */
    List<Integer> dead(Evaluation evaluation, boolean strictly) {
        return units().filter(unit -> unitwise.stream().anyMatch(layer -> layer instanceof Layer.Pointwise pointwise
                && isDead(evaluation, pointwise, unit, strictly))).boxed().toList();
    }

    private static boolean isDead(Evaluation evaluation, Layer.Pointwise layer, int unit, boolean strictly) {
        return flatBelow(layer.function()).filter(bound -> evaluation.channel(layer.input(), unit).stream()
                .allMatch(entry -> entry.compareTo(bound) < (strictly ? 0 : 1))).isPresent();
    }

    private static Optional<BigFraction> flatBelow(PointwiseFunction function) {
        return function.equals(RELU) ? Optional.of(BigFraction.ZERO)
                : function instanceof PointwiseFunction.Clip clip ? clip.low() : Optional.empty();
    }

    /** Whether every activation of the units is ReLU. */
    boolean isOfRelu() {
        return unitwise.stream().allMatch(layer -> !(layer instanceof Layer.Pointwise pointwise)
                || pointwise.function().equals(RELU));
    }

    private IntStream units() {
        return IntStream.range(0, size());
    }
}
