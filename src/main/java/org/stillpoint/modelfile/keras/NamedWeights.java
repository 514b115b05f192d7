package org.stillpoint.modelfile.keras;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * Weights whose names say which layer has them, as {@code dense/kernel} does: the layer's name is a part of the path before the
 * last slash.
 *
 * @param weights by their names
 */
public record NamedWeights(Map<String, Weights> weights) implements LayerWeights {

    @Override
    public List<Weights> of(String name, String savedAs) {
        return List.copyOf(named(name).values());
    }

    /** If no name says that it is of that model, the names are those of its layers. */
    @Override
    public LayerWeights within(String name, String savedAs) {
        Map<String, Weights> named = named(name);
        return named.isEmpty() ? this : new NamedWeights(named);
    }

    /** Those whose names begin with that of the layer, or, if there are none, have it somewhere. */
    private Map<String, Weights> named(String name) {
        Map<String, Weights> first = new LinkedHashMap<>(weights);
        first.keySet().removeIf(path -> !path.startsWith(name + "/"));
        if (!first.isEmpty()) {
            return first;
        }
        Map<String, Weights> anywhere = new LinkedHashMap<>(weights);
        anywhere.keySet().removeIf(path -> !path.substring(0, path.lastIndexOf('/') + 1).contains("/" + name + "/"));
        return anywhere;
    }
}
