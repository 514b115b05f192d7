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
record TensorUse(Layer layer, Weights weights, List<Cut> cuts, boolean fits) {

    /**
     * An axis whose indices are channels.
     *
     * @param reads whether they are what the layer mixes; else what it makes, or treats one by one
     */
    record Cut(int axis, Channels channels, boolean reads) {
    }

    private static TensorUse of(Layer layer, Weights weights, List<Cut> cuts) {
        Dimensions dimensions = weights.dimensions();
        boolean fits = cuts.stream().allMatch(cut -> cut.axis >= 0 && cut.axis < dimensions.axes()
                && dimensions.size(cut.axis) == cut.channels.size());
        return new TensorUse(layer, weights, cuts, fits);
    }

    /** The tensors of a layer that is understood; of another one there are none. */
    static List<TensorUse> of(Layer layer) {
        if (layer instanceof Layer.Dense dense) {
            return List.of(mixing(layer, dense.kernel(), dense.outAxis(), 1 - dense.outAxis()));
        }
        if (layer instanceof Layer.Convolution convolution) {
            return List.of(convolution.depthwise()
                    ? of(layer, convolution.kernel(),
                    List.of(new Cut(convolution.outAxis(), convolution.output().channels(), false)))
                    : mixing(layer, convolution.kernel(), convolution.outAxis(), convolution.inAxis()));
        }
        if (layer instanceof Layer.TransposedConvolution transposed) {
            return List.of(mixing(layer, transposed.kernel(), transposed.outAxis(), transposed.inAxis()));
        }
        if (layer instanceof Layer.Opaque) {
            return List.of();
        }
        return layer.weights().stream().map(weights -> vector(layer, weights, layer.inputs().get(0))).toList();
    }

    private static TensorUse mixing(Layer layer, Weights weights, int outAxis, int inAxis) {
        Cut out = new Cut(outAxis, layer.outputs().get(0).channels(), false);
        Cut in = new Cut(inAxis, layer.inputs().get(0).channels(), true);
        return of(layer, weights, outAxis < inAxis ? List.of(out, in) : List.of(in, out));
    }

    /** A number for each channel, or one for all. */
    private static TensorUse vector(Layer layer, Weights weights, Value value) {
        Dimensions dimensions = weights.dimensions();
        int channels = value.channels().size();
        if (dimensions.entries() == 1 && channels > 1) {
            return of(layer, weights, List.of());
        }
        int axis = IntStream.range(0, dimensions.axes()).filter(i -> dimensions.size(i) == channels).findFirst().orElse(-1);
        return of(layer, weights, List.of(new Cut(axis, value.channels(), false))).onlyIf(dimensions.entries() == channels);
    }

    private TensorUse onlyIf(boolean condition) {
        return new TensorUse(layer, weights, cuts, fits && condition);
    }

    /** Whether a layer makes each channel of its output of all channels of its input. */
    static boolean mixes(Layer layer) {
        return layer instanceof Layer.Dense || layer instanceof Layer.TransposedConvolution
                || layer instanceof Layer.Convolution convolution && !convolution.depthwise();
    }
}
