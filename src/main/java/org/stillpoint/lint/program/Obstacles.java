package org.stillpoint.lint.program;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stillpoint.lint.survey.Survey;
import org.stillpoint.modelfile.network.Channels;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.PointwiseFunction;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Weights;

/** Why a layer cannot be cut into blocks, whatever it is. Of weights that several layers have, the first one says how. */
final class Obstacles {

    private final Map<Weights, Survey> surveys;
    private final Map<Weights, List<Object>> layouts = new HashMap<>();

    Obstacles(Map<Weights, Survey> surveys) {
        this.surveys = surveys;
    }

    /** In a phrase; empty if there is none. */
    Optional<String> of(Layer layer) {
        return layer.weights().stream().flatMap(weights -> ofWeights(weights).stream()).findFirst()
                .or(() -> ofChannels(layer)).or(() -> ofConstants(layer)).or(() -> ofLayout(layer));
    }

    /** The same layer if there is none, else one of which nothing is known. */
    Layer opaque(Layer layer) {
        return of(layer).<Layer>map(why ->
                new Layer.Opaque(layer.name(), why, layer.inputs(), layer.weights(), layer.outputs())).orElse(layer);
    }

    private Optional<String> ofWeights(Weights weights) {
        if (weights.dimensions().sizes().contains(0L)) {
            return Optional.of("\"" + weights.name() + "\" has no entries");
        }
        if (weights.dimensions().entries() > Integer.MAX_VALUE) {
            return Optional.of("\"" + weights.name() + "\" has more than " + Integer.MAX_VALUE + " entries");
        }
        return surveys.get(weights).notFinite() > 0
                ? Optional.of("\"" + weights.name() + "\" has entries that are infinite or no numbers") : Optional.empty();
    }

    private static Optional<String> ofChannels(Layer layer) {
        Optional<String> use = uses(layer)
                .filter(other -> !fits(other)).map(other -> "the axes of \"" + other.weights().name() + "\", "
                        + other.weights().dimensions() + ", do not fit its channels").findFirst();
        if (use.isPresent()) {
            return use;
        }
        boolean fits = true;
        if (layer instanceof Layer.Convolution convolution) {
            fits = isConvolved(convolution.input(), convolution.sliding().stride().size(), convolution.kernel())
                    && (!convolution.depthwise() || isDepthwise(convolution));
        } else if (layer instanceof Layer.TransposedConvolution convolution) {
            fits = isConvolved(convolution.input(), convolution.sliding().stride().size(), convolution.kernel());
        } else if (layer instanceof Layer.Flatten flatten) {
            fits = flatten.output().channels() instanceof Channels.Flattened flattened
                    && flattened.channels().equals(flatten.input().channels());
        } else if (layer instanceof Layer.Concatenation concatenation) {
            fits = concatenation.output().channels()
                    .equals(new Channels.Joined(concatenation.inputs().stream().map(Value::channels).toList()));
        } else if (!(layer instanceof Layer.Dense) && !(layer instanceof Layer.Opaque)) {
            fits = Stream.concat(layer.inputs().stream(), layer.outputs().stream()).map(Value::channels).distinct().count() == 1;
        }
        return fits ? Optional.empty() : Optional.of("its channels are not those of what it takes");
    }

    private static Stream<TensorUse> uses(Layer layer) {
        return Stream.concat(TensorUse.of(layer).stream(), TensorUse.ofStatistics(layer).stream());
    }

    private static boolean isVector(Layer layer) {
        return layer instanceof Layer.Bias || layer instanceof Layer.Scale || layer instanceof Layer.BatchNormalisation;
    }

    private static boolean fits(TensorUse use) {
        List<Long> sizes = use.weights().dimensions().sizes();
        boolean isMatrix = use.layer() instanceof Layer.Dense;
        return use.axis() >= 0 && use.axis() < sizes.size() && sizes.get(use.axis()) == use.channels().size()
                && (!isVector(use.layer()) || use.weights().dimensions().entries() == use.channels().size())
                && (!isMatrix || sizes.size() == 2);
    }

    private static boolean isConvolved(Value input, int places, Weights kernel) {
        return kernel.dimensions().axes() == places + 2 && Convolving.of(input, places).isPresent();
    }

    private static boolean isDepthwise(Layer.Convolution convolution) {
        return convolution.input().channels().equals(convolution.output().channels())
                && convolution.kernel().dimensions().size(convolution.inAxis()) == 1;
    }

    private static Optional<String> ofConstants(Layer layer) {
        if (layer instanceof Layer.BatchNormalisation normalisation && normalisation.epsilon().signum() <= 0) {
            return Optional.of("its epsilon is not above 0");
        }
        return layer instanceof Layer.Pointwise pointwise && pointwise.function() instanceof PointwiseFunction.Clip clip
                && clip.low().isPresent() && clip.high().isPresent() && clip.low().get().compareTo(clip.high().get()) >= 0
                ? Optional.of("its lower bound is not below the higher one") : Optional.empty();
    }

    /** Weights that several layers use are the same blocks in each only if all cut them in the same way. */
    private Optional<String> ofLayout(Layer layer) {
        List<TensorUse> uses = uses(layer).toList();
        for (TensorUse use : uses) {
            List<Object> layout = List.copyOf(uses.stream().filter(other -> other.weights().equals(use.weights())).distinct()
                    .map(other -> List.of(other.axis(), other.channels(), isVector(layer) ? Layer.Bias.class : layer.getClass()))
                    .toList());
            List<Object> before = layouts.putIfAbsent(use.weights(), layout);
            if (before != null && !before.equals(layout)) {
                return Optional.of("it shares \"" + use.weights().name() + "\" with a layer that uses it in another way");
            }
        }
        return Optional.empty();
    }
}
