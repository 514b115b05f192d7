package org.stillpoint.lint.simplification.onnx;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.modelfile.network.Channels;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Weights;

/** Whether two networks have the same layers in the same order, with the same tensors, whatever they are called. */
final class SameLayers {

    private final Map<Integer, Integer> values = new HashMap<>();

    private SameLayers() {
    }

    /** What the first difference is; empty if there is none. */
    static Optional<String> difference(Network one, Network other) throws IOException {
        SameLayers same = new SameLayers();
        if (one.layers().size() != other.layers().size()) {
            return Optional.of(other.layers().size() + " layers, expected " + one.layers().size());
        }
        if (!same.same(one.inputs(), other.inputs(), true)) {
            return Optional.of("other inputs");
        }
        for (int i = 0; i < one.layers().size(); i++) {
            Optional<String> difference = same.difference(one.layers().get(i), other.layers().get(i));
            if (difference.isPresent()) {
                return Optional.of("layer " + one.layers().get(i).name() + ": " + difference.get());
            }
        }
        return same.same(one.outputs(), other.outputs(), false) ? Optional.empty() : Optional.of("other outputs");
    }

    private Optional<String> difference(Layer one, Layer other) throws IOException {
        if (one.getClass() != other.getClass() || !settings(one).equals(settings(other))) {
            return Optional.of("it is " + other.getClass().getSimpleName() + " " + settings(other) + ", expected "
                    + one.getClass().getSimpleName() + " " + settings(one));
        }
        if (!same(one.inputs(), other.inputs(), false) || !same(one.outputs(), other.outputs(), true)) {
            return Optional.of("other values");
        }
        if (one.weights().size() != other.weights().size()) {
            return Optional.of("other tensors");
        }
        for (int i = 0; i < one.weights().size(); i++) {
            if (!same(one.weights().get(i), other.weights().get(i))) {
                return Optional.of("another tensor " + other.weights().get(i).name());
            }
        }
        return Optional.empty();
    }

    /** What a layer has beside its name, values and tensors. */
    private static List<Object> settings(Layer layer) {
        if (layer instanceof Layer.Dense dense) {
            return List.of(dense.outAxis());
        }
        if (layer instanceof Layer.Convolution convolution) {
            return List.of(convolution.outAxis(), convolution.inAxis(), convolution.depthwise(), convolution.sliding());
        }
        if (layer instanceof Layer.TransposedConvolution transposed) {
            return List.of(transposed.outAxis(), transposed.inAxis(), transposed.sliding(), transposed.added());
        }
        if (layer instanceof Layer.BatchNormalisation batch) {
            return List.of(batch.epsilon());
        }
        if (layer instanceof Layer.LayerNormalisation normalisation) {
            return List.of(normalisation.epsilon());
        }
        if (layer instanceof Layer.Pointwise pointwise) {
            return List.of(pointwise.function());
        }
        if (layer instanceof Layer.EachChannel each) {
            return List.of(each.zeroToZero(), each.places());
        }
        return layer instanceof Layer.Opaque opaque ? List.of(opaque.name()) : List.of();
    }

    /** @param made whether they are new, and from now on correspond */
    private boolean same(List<Value> one, List<Value> other, boolean made) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (made) {
                values.put(one.get(i).id(), other.get(i).id());
            }
            if (!Integer.valueOf(other.get(i).id()).equals(values.get(one.get(i).id()))
                    || one.get(i).axis() != other.get(i).axis()
                    || !Layout.of(one.get(i).channels()).equals(Layout.of(other.get(i).channels()))) {
                return false;
            }
        }
        return true;
    }

    /** How many channels there are, and in which order, whichever they are. */
    private record Layout(int size, Optional<Boolean> channelsFirst, int times) {

        static Layout of(Channels channels) {
            return channels instanceof Channels.Flattened flattened
                    ? new Layout(channels.size(), Optional.of(flattened.channelsFirst()), flattened.times())
                    : new Layout(channels.size(), Optional.empty(), 1);
        }
    }

    private static boolean same(Weights one, Weights other) throws IOException {
        return one.type().equals(other.type()) && one.dimensions().equals(other.dimensions())
                && Arrays.equals(codes(one), codes(other));
    }

    private static long[] codes(Weights weights) throws IOException {
        long[] codes = new long[Math.toIntExact(weights.dimensions().entries())];
        weights.entries().read(0, codes);
        return codes;
    }
}
