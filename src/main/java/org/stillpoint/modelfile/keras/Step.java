package org.stillpoint.modelfile.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stillpoint.modelfile.network.Channels;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.NetworkBuilder;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Weights;

/** One use of a layer of a configuration, which becomes layers of ours: all of them, or none if something is not understood. */
final class Step {

    private final NetworkBuilder builder;
    private final String name;
    private final KerasLayer layer;
    private final List<Flow> inputs;
    private final List<Weights> weights;
    private final List<Layer> added = new ArrayList<>();

    Step(NetworkBuilder builder, String name, KerasLayer layer, List<Flow> inputs, List<Weights> weights) {
        this.builder = builder;
        this.name = name;
        this.layer = layer;
        this.inputs = inputs;
        this.weights = weights;
    }

    /** What reports call it by. */
    String name() {
        return name;
    }

    KerasLayer layer() {
        return layer;
    }

    Settings settings() {
        return layer.settings();
    }

    List<Flow> inputs() {
        return inputs;
    }

    /** The input of a layer that has one. */
    Flow input() throws NotUnderstood {
        NotUnderstood.require(inputs.size() == 1, inputs.size() + " inputs, expected one");
        return inputs.get(0);
    }

    List<Weights> weights() {
        return weights;
    }

    /** @throws NotUnderstood if it has another number of weights */
    void requireWeights(int count) throws NotUnderstood {
        NotUnderstood.require(weights.size() == count, weights.size() + " tensors of weights, expected " + count);
    }

    /** The vector of one number for each channel. */
    Weights vector(int index, int channels) throws NotUnderstood {
        Weights vector = weights.get(index);
        NotUnderstood.require(vector.dimensions().axes() == 1 && vector.dimensions().size(0) == channels, "weights of the shape "
                + vector.dimensions() + ", expected one for each of " + channels + " channels");
        return vector;
    }

    NetworkBuilder builder() {
        return builder;
    }

    /** A value like another one: with the same channels. */
    Value like(Value value) {
        return builder.value(name, value.channels(), value.axis());
    }

    Value of(Channels channels, int axis) {
        return builder.value(name, channels, axis);
    }

    Value ofNew(long channels, int axis) {
        return of(builder.channels(Math.toIntExact(channels)), axis);
    }

    /** Adds a layer, and has its output go on with these sizes. */
    Flow add(Layer next, Optional<List<Integer>> sizes) {
        added.add(next);
        return Flow.of(next.outputs().get(0), sizes);
    }

    /** Adds the layers to the network, and says which they are. */
    List<Layer> commit() {
        added.forEach(builder::add);
        return List.copyOf(added);
    }
}
