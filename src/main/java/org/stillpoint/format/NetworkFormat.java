package org.stillpoint.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.RealLayer;
import org.stillpoint.engine.RealNetwork;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Networks as JSON: {@code {"layers": [{"weights": [["1/2"]], "bias": ["0"], "activation": "relu"}, ...]}}, weights
 * (units out x units in), no bias where a layer has none.
 */
public final class NetworkFormat {

    static final String LAYERS = "layers";
    static final String WEIGHTS = "weights";
    static final String BIAS = "bias";
    private static final String ACTIVATION = "activation";
    private static final String AS_IN_THE_NETWORK = ", as in the network";

    private NetworkFormat() {
    }

    /** @throws FormatException if the file is no network */
    public static Network read(Source source) {
        return read(Json.read(source));
    }

    /** @throws FormatException if the value is no network */
    public static Network read(JsonCursor value) {
        JsonCursor layers = value.allowing(Set.of(LAYERS)).field(LAYERS);
        List<Layer> read = layers.elements().stream().map(NetworkFormat::readLayer).toList();
        return layers.checked(() -> new Network(read));
    }

    private static Layer readLayer(JsonCursor layer) {
        layer.allowing(Set.of(WEIGHTS, BIAS, ACTIVATION));
        Matrix weights = layer.field(WEIGHTS).matrix();
        Optional<JsonCursor> bias = layer.optionalField(BIAS);
        Optional<Vector> biasVector = bias.map(JsonCursor::vector);
        Activation activation = activation(layer.field(ACTIVATION));
        return bias.orElse(layer).checked(() -> new Layer(weights, biasVector, activation));
    }

    private static Activation activation(JsonCursor name) {
        return name.checked(() -> Activation.fromId(name.string()));
    }

    /**
     * Reads a number for every parameter of a network, from a network of the same shape. It may leave activations out; they are
     * those of the network.
     *
     * @throws FormatException if the value has another shape
     */
    public static Network readInShapeOf(Network shape, JsonCursor value) {
        JsonCursor layers = value.allowing(Set.of(LAYERS)).field(LAYERS);
        List<JsonCursor> elements = layers.elements();
        int depth = shape.layers().size();
        if (elements.size() != depth) {
            throw layers.error(elements.size() + " layers, expected " + depth + AS_IN_THE_NETWORK);
        }
        return new Network(IntStream.range(0, depth).mapToObj(l -> readInShapeOf(shape.layers().get(l), elements.get(l)))
                .toList());
    }

    private static Layer readInShapeOf(Layer shape, JsonCursor layer) {
        layer.allowing(Set.of(WEIGHTS, BIAS, ACTIVATION));
        JsonCursor weights = layer.field(WEIGHTS);
        Matrix matrix = weights.matrix();
        if (matrix.rowCount() != shape.units() || matrix.columns() != shape.inputs()) {
            throw weights.error(matrix.rowCount() + " rows of " + matrix.columns() + " numbers, expected " + shape.units()
                    + " of " + shape.inputs() + AS_IN_THE_NETWORK);
        }
        layer.optionalField(ACTIVATION).filter(name -> !activation(name).equals(shape.activation())).ifPresent(name -> {
            throw name.error("another activation, expected none or " + shape.activation().id() + AS_IN_THE_NETWORK);
        });
        return new Layer(matrix, bias(shape, layer), shape.activation());
    }

    private static Optional<Vector> bias(Layer shape, JsonCursor layer) {
        if (shape.bias().isEmpty()) {
            layer.optionalField(BIAS).ifPresent(bias -> {
                throw bias.error("a bias, expected none" + AS_IN_THE_NETWORK);
            });
            return Optional.empty();
        }
        JsonCursor bias = layer.field(BIAS);
        Vector vector = bias.vector();
        if (vector.size() != shape.units()) {
            throw bias.error("a bias of length " + vector.size() + ", expected " + shape.units() + AS_IN_THE_NETWORK);
        }
        return Optional.of(vector);
    }

    public static ObjectNode write(Network network) {
        return write(RealNetwork.of(network));
    }

    /** A parameter that is not known exactly is written as its enclosure, which {@link #read} refuses. */
    public static ObjectNode write(RealNetwork network) {
        ObjectNode value = Json.object();
        ArrayNode layers = value.putArray(LAYERS);
        for (int l = 0; l < network.layers().size(); l++) {
            ObjectNode entry = write(network.layers().get(l));
            entry.put(ACTIVATION, network.shape().layers().get(l).activation().id());
            layers.add(entry);
        }
        return value;
    }

    /** A gradient in the shape of its network. */
    public static ObjectNode write(List<RealLayer> gradient) {
        ObjectNode value = Json.object();
        ArrayNode layers = value.putArray(LAYERS);
        gradient.forEach(layer -> layers.add(write(layer)));
        return value;
    }

    private static ObjectNode write(RealLayer layer) {
        ObjectNode entry = Json.object();
        entry.set(WEIGHTS, Json.realVectors(layer.weights()));
        layer.bias().ifPresent(bias -> entry.set(BIAS, Json.reals(bias)));
        return entry;
    }
}
