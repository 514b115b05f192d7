package org.stillpoint.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.training.LayerGradient;
import org.stillpoint.training.NetworkGradient;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Networks as JSON: {@code {"layers": [{"weights": [["1/2"]], "bias": ["0"], "activation": "relu"}, ...]}}, weights
 * (units out x units in), no bias where a layer has none.
 */
public final class NetworkFormat {

    private static final String LAYERS = "layers";
    private static final String WEIGHTS = "weights";
    private static final String BIAS = "bias";
    private static final String ACTIVATION = "activation";

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
        JsonCursor name = layer.field(ACTIVATION);
        Activation activation = name.checked(() -> Activation.fromId(name.string()));
        return bias.orElse(layer).checked(() -> new Layer(weights, biasVector, activation));
    }

    public static ObjectNode write(Network network) {
        ObjectNode value = Json.object();
        ArrayNode layers = value.putArray(LAYERS);
        for (Layer layer : network.layers()) {
            ObjectNode entry = writeLayer(layer.weights(), layer.bias());
            entry.put(ACTIVATION, layer.activation().id());
            layers.add(entry);
        }
        return value;
    }

    /** A gradient in the shape of its network. */
    public static ObjectNode write(NetworkGradient gradient) {
        ObjectNode value = Json.object();
        ArrayNode layers = value.putArray(LAYERS);
        for (LayerGradient layer : gradient.layers()) {
            layers.add(writeLayer(layer.weights(), layer.bias()));
        }
        return value;
    }

    private static ObjectNode writeLayer(Matrix weights, Optional<Vector> bias) {
        ObjectNode entry = Json.object();
        entry.set(WEIGHTS, Json.matrix(weights));
        bias.ifPresent(b -> entry.set(BIAS, Json.vector(b)));
        return entry;
    }
}
