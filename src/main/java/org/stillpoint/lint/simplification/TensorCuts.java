package org.stillpoint.lint.simplification;

import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.modelfile.network.Channels;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * A tensor in a layer, and which of its axes count channels.
 *
 * @param cuts those axes, in the order of the tensor
 * @param fits whether they have as many indices as there are channels
 */
record TensorCuts(Layer layer, Weights weights, List<Cut> cuts, boolean fits) {

    /**
     * An axis whose indices are channels.
     *
     * @param reads whether they are what the layer mixes; else what it makes, or treats one by one
     */
    record Cut(int axis, Channels channels, boolean reads) {
    }

    private static TensorCuts of(Layer layer, Weights weights, List<Cut> cuts) {
        Dimensions dimensions = weights.dimensions();
        boolean fits = cuts.stream().allMatch(cut -> cut.axis >= 0 && cut.axis < dimensions.axes()
                && dimensions.size(cut.axis) == cut.channels.size());
        return new TensorCuts(layer, weights, cuts, fits);
    }

    /** The tensors of a layer that is understood; of another one there are none. */
    static List<TensorCuts> of(Layer layer) {
        if (layer instanceof Layer.WithKernel one) {
            Cut out = new Cut(one.outAxis(), one.output().channels(), false);
            Cut in = new Cut(one.inAxis(), one.input().channels(), true);
            return List.of(of(layer, one.kernel(), !one.isMixing() ? List.of(out)
                    : one.outAxis() < one.inAxis() ? List.of(out, in) : List.of(in, out)));
        }
        if (layer instanceof Layer.Opaque) {
            return List.of();
        }
        return layer.weights().stream().map(weights -> vector(layer, weights, layer.inputs().get(0))).toList();
    }

    /** A number for each channel, or one for all. */
    private static TensorCuts vector(Layer layer, Weights weights, Value value) {
        Dimensions dimensions = weights.dimensions();
        int channels = value.channels().size();
        if (dimensions.entries() == 1 && channels > 1) {
            return of(layer, weights, List.of());
        }
        int axis = IntStream.range(0, dimensions.axes()).filter(i -> dimensions.size(i) == channels).findFirst().orElse(-1);
        return of(layer, weights, List.of(new Cut(axis, value.channels(), false))).onlyIf(dimensions.entries() == channels);
    }

    private TensorCuts onlyIf(boolean condition) {
        return new TensorCuts(layer, weights, cuts, fits && condition);
    }
}
