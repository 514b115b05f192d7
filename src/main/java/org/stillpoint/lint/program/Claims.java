package org.stillpoint.lint.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stillpoint.domain.Activation;
import org.stillpoint.lint.survey.Survey;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.PointwiseFunction;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * Which claims of the catalogue facts rest on. That of certificates comes last; before it those that speak of just such models,
 * where all that they ask is there.
 */
final class Claims {

    private final Understood network;
    private final Places places;
    private final Map<Weights, Survey> surveys;

    Claims(Understood network, Places places, Map<Weights, Survey> surveys) {
        this.network = network;
        this.places = places;
        this.surveys = surveys;
    }

    /** Of the weights of some units that stay zero. */
    List<String> staysZero(TensorUse use, List<Integer> units) {
        List<String> claims = new ArrayList<>();
        if (isPerceptronOfZeros()) {
            claims.add("ZERO-2");
        }
        if (isIn(use.layer(), Layer.Dense.class, this::isBlockOfZeros)) {
            claims.add("BLOCK-1");
        }
        if (isIn(use.layer(), Layer.Dense.class, this::isBranchOfZeros)) {
            claims.add("RES-1");
        }
        if (isIn(use.layer(), Layer.Convolution.class, this::areConvolutionsOfZeros)) {
            claims.add("CONV-2");
        }
        if (isNormalisedAway(use, units)) {
            claims.add("NORM-1");
        }
        claims.add("GRAPH-1");
        return claims;
    }

    /** Of the weights of some units that never change. */
    List<String> neverChanges(TensorUse use, List<Integer> units) {
        List<String> claims = new ArrayList<>();
        if (isRectifiedPerceptron() && isFirstLayerZero()) {
            claims.add("PART-2");
        }
        if (isNormalisedAway(use, units)) {
            claims.add("NORM-1");
        }
        claims.add("GRAPH-3");
        return claims;
    }

    /** Of units that stay equal, which this axis counts. */
    List<String> stayEqual(TensorUse use) {
        return isPerceptron() ? List.of("SYM-2", "GRAPH-2")
                : use.layer() instanceof Layer.Convolution && use.layer().isMixing() ? List.of("CONV-1", "GRAPH-2")
                : List.of("GRAPH-2");
    }

    private boolean isZero(Weights weights) {
        return surveys.get(weights).zero();
    }

    /** Fully connected layers one behind the other, each with weights of its own, biases for all units or none, an activation. */
    private boolean isPerceptron() {
        List<Layer> layers = network.layers();
        return network.inputs().size() == 1 && network.outputs().size() == 1 && !layers.isEmpty()
                && layers.stream().allMatch(layer -> places.readers(layer.inputs().get(0)).size() == 1)
                && layers.stream().noneMatch(layer -> places.isOutput(layer.inputs().get(0)))
                && layers.stream().map(Layer::weights).filter(weights -> !weights.isEmpty()).distinct().count()
                == layers.stream().filter(layer -> !layer.weights().isEmpty()).count()
                && IntStream.range(0, layers.size()).allMatch(i -> isInPlace(layers, i))
                && !(layers.get(layers.size() - 1) instanceof Layer.Pointwise);
    }

    private static boolean isInPlace(List<Layer> layers, int place) {
        Layer layer = layers.get(place);
        if (layer instanceof Layer.Dense || place == 0) {
            return layer instanceof Layer.Dense;
        }
        Layer before = layers.get(place - 1);
        return layer instanceof Layer.Bias ? before instanceof Layer.Dense && !TensorUse.of(layer).get(0).isForAll()
                : layer instanceof Layer.Pointwise pointwise && pointwise.function() instanceof PointwiseFunction.Of
                && !(before instanceof Layer.Pointwise);
    }

    private List<Layer> matrices() {
        return network.layers().stream().filter(Layer.Dense.class::isInstance).toList();
    }

    /** Biases that are not behind the last matrix. */
    private boolean areHiddenBiasesZero() {
        List<Layer> layers = network.layers();
        int last = layers.lastIndexOf(matrices().get(matrices().size() - 1));
        return layers.subList(0, last).stream()
                .allMatch(layer -> !(layer instanceof Layer.Bias bias) || isZero(bias.bias()));
    }

    private boolean isPerceptronOfZeros() {
        return isPerceptron() && matrices().size() == 2
                && matrices().stream().allMatch(layer -> isZero(layer.weights().get(0))) && areHiddenBiasesZero()
                && network.layers().stream().allMatch(layer -> !(layer instanceof Layer.Pointwise pointwise)
                || mapsZeroToZero(pointwise));
    }

    private boolean isRectifiedPerceptron() {
        List<Layer> layers = network.layers();
        return isPerceptron() && layers.stream()
                .allMatch(layer -> !(layer instanceof Layer.Pointwise pointwise) || isRectifier(pointwise))
                && layers.stream().filter(Layer.Pointwise.class::isInstance).count() == matrices().size() - 1
                && matrices().stream().skip(1)
                .allMatch(matrix -> layers.get(layers.indexOf(matrix) - 1) instanceof Layer.Pointwise);
    }

    private boolean isFirstLayerZero() {
        return matrices().size() > 1 && isZero(matrices().get(0).weights().get(0)) && areHiddenBiasesZero();
    }

    private static boolean isRectifier(Layer.Pointwise layer) {
        return layer.function() instanceof PointwiseFunction.Of of && of.activation().equals(Activation.RELU);
    }

    private static boolean mapsZeroToZero(Layer.Pointwise layer) {
        return layer.function() instanceof PointwiseFunction.Of of && of.activation().mapsZeroToZero();
    }

    private interface Pattern {

        /** Whether a layer and the one with weights behind it are what a claim speaks of. */
        boolean is(Layer.OfOne first);
    }

    /** Whether a layer is the first or the second of two that fit a pattern. */
    private boolean isIn(Layer layer, Class<? extends Layer.OfOne> type, Pattern pattern) {
        return network.layers().stream().filter(type::isInstance).map(type::cast).filter(pattern::is)
                .anyMatch(first -> first.equals(layer) || behind(first).filter(layer::equals).isPresent()
                        || on(first).contains(layer));
    }

    /** The next layer that makes units of several, where there is only one way. */
    private Optional<Layer> behind(Layer.OfOne first) {
        Value value = first.output();
        for (Layer layer : on(first)) {
            value = layer.outputs().get(0);
        }
        return only(value).filter(Layer::isMixing);
    }

    /** Biases and activations on the way there. */
    private List<Layer> on(Layer.OfOne first) {
        List<Layer> way = new ArrayList<>();
        Value value = first.output();
        for (Optional<Layer> next = onTheWay(value); next.isPresent(); next = onTheWay(value)) {
            way.add(next.get());
            value = next.get().outputs().get(0);
        }
        return way;
    }

    private Optional<Layer> onTheWay(Value value) {
        return only(value).filter(layer -> layer instanceof Layer.Bias || layer instanceof Layer.Pointwise);
    }

    private boolean areZero(Layer.OfOne first, Class<? extends Layer> type) {
        return isZero(first.weights().get(0)) && behind(first).filter(type::isInstance)
                .filter(second -> isZero(second.weights().get(0))).isPresent();
    }

    private boolean isBlockOfZeros(Layer.OfOne first) {
        return areZero(first, Layer.Dense.class) && on(first).stream().allMatch(layer -> layer instanceof Layer.Bias bias
                ? isZero(bias.bias()) : mapsZeroToZero((Layer.Pointwise) layer));
    }

    private boolean isOnlyRectified(Layer.OfOne first) {
        List<Layer> way = on(first);
        return way.size() == 1 && way.get(0) instanceof Layer.Pointwise pointwise && isRectifier(pointwise);
    }

    private boolean isBranchOfZeros(Layer.OfOne first) {
        return areZero(first, Layer.Dense.class) && isOnlyRectified(first) && behind(first).stream()
                .flatMap(second -> places.readers(second.outputs().get(0)).stream())
                .anyMatch(reader -> reader instanceof Layer.Sum sum && sum.inputs().contains(first.input()));
    }

    private boolean areConvolutionsOfZeros(Layer.OfOne first) {
        return areZero(first, Layer.Convolution.class) && isOnlyRectified(first);
    }

    /** Whether these units have a normalisation, whose scale and shift are zero, and a ReLU behind them, or are units of that. */
    private boolean isNormalisedAway(TensorUse use, List<Integer> units) {
        return use.incoming() && network.layers().stream().anyMatch(layer ->
                layer instanceof Layer.BatchNormalisation normalisation && isNormalisedAway(normalisation, use, units));
    }

    private boolean isNormalisedAway(Layer.BatchNormalisation normalisation, TensorUse use, List<Integer> units) {
        Optional<Layer> scale = only(normalisation.output()).filter(Layer.Scale.class::isInstance);
        Optional<Layer> shift = scale.flatMap(layer -> only(layer.outputs().get(0))).filter(Layer.Bias.class::isInstance);
        boolean rectified = shift.flatMap(layer -> only(layer.outputs().get(0)))
                .filter(layer -> layer instanceof Layer.Pointwise pointwise && isRectifier(pointwise)).isPresent();
        boolean part = use.layer().outputs().contains(normalisation.input()) && use.layer().isMixing()
                && places.readers(normalisation.input()).size() == 1
                || scale.filter(use.layer()::equals).isPresent() || shift.filter(use.layer()::equals).isPresent();
        return part && rectified && areZero(scale.get(), units) && areZero(shift.get(), units);
    }

    private boolean areZero(Layer layer, List<Integer> units) {
        TensorUse use = TensorUse.of(layer).get(0);
        return surveys.get(use.weights()).slices().get(use.axis()).zero().containsAll(units);
    }

    private Optional<Layer> only(Value value) {
        List<Layer> readers = places.readers(value);
        return readers.size() == 1 && !places.isOutput(value) ? Optional.of(readers.get(0)) : Optional.empty();
    }
}
