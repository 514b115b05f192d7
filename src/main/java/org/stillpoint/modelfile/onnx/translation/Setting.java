package org.stillpoint.modelfile.onnx.translation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.stillpoint.modelfile.network.NetworkBuilder;
import org.stillpoint.modelfile.onnx.OnnxModel;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * What is the same for all graphs of a model.
 *
 * @param opset the version of the standard operators
 * @param byName all tensors of the model
 */
record Setting(NetworkBuilder builder, long opset, NavigableMap<String, Weights> byName) {

    static Setting of(OnnxModel model) {
        NavigableMap<String, Weights> byName = new TreeMap<>();
        model.weights().forEach(weights -> byName.put(weights.name(), weights));
        return new Setting(new NetworkBuilder(), model.version("").orElse(1L), byName);
    }

    /** The floating-point tensors of a graph with this prefix and of those inside it. */
    Collection<Weights> below(String prefix) {
        List<Weights> below = new ArrayList<>();
        for (Weights weights : byName.tailMap(prefix, true).values()) {
            if (!weights.name().startsWith(prefix)) {
                break;
            }
            if (weights.isFloating()) {
                below.add(weights);
            }
        }
        return below;
    }
}
