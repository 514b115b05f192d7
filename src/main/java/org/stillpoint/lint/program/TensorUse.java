package org.stillpoint.lint.program;

import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.lint.fact.Units;
import org.stillpoint.modelfile.network.Channels;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * An axis of a tensor that counts channels.
 *
 * @param incoming whether those are what the layer makes; else they are what it takes
 */
record TensorUse(Layer layer, Weights weights, int axis, boolean incoming, Channels channels) {

    /** Of a single number that a layer has for all its channels: it is as if of a channel of its own. */
    private static final Channels ALL = new Channels.Own(-1, 1);

    /** Whether the tensor is one number for all channels. */
    boolean isForAll() {
        return channels.equals(ALL);
    }

    /** The axes of the tensors of a layer that count channels; those of what it makes come first. */
    static List<TensorUse> of(Layer layer) {
        if (layer instanceof Layer.WithKernel one) {
            TensorUse made = new TensorUse(one, one.kernel(), one.outAxis(), true, one.output().channels());
            return one.isMixing() ? List.of(made, new TensorUse(one, one.kernel(), one.inAxis(), false, one.input().channels()))
                    : List.of(made);
        }
        if (layer instanceof Layer.Bias bias) {
            return vector(layer, bias.bias(), bias.output().channels());
        }
        return layer instanceof Layer.Scale scale ? vector(layer, scale.factors(), scale.output().channels()) : List.of();
    }

    /** The axes of stored statistics, which no gradient moves. */
    static List<TensorUse> ofStatistics(Layer layer) {
        return layer instanceof Layer.BatchNormalisation ? layer.weights().stream()
                .flatMap(weights -> vector(layer, weights, layer.outputs().get(0).channels()).stream()).toList() : List.of();
    }

    private static List<TensorUse> vector(Layer layer, Weights weights, Channels channels) {
        return weights.dimensions().entries() == 1 && channels.size() > 1 ? List.of(new TensorUse(layer, weights, 0, true, ALL))
                : List.of(new TensorUse(layer, weights, channelAxis(weights, channels.size()), true, channels));
    }

    /** The axis of a vector, which may have others of size 1. */
    private static int channelAxis(Weights weights, int channels) {
        return IntStream.range(0, weights.dimensions().axes()).filter(axis -> weights.dimensions().size(axis) == channels)
                .findFirst().orElse(0);
    }

    Units units(List<Integer> indices) {
        return new Units(layer.name(), weights, axis, incoming, indices);
    }
}
