package org.stillpoint.modelfile.network;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stillpoint.format.FormatException;

/**
 * A model: layers, each behind those whose outputs it takes.
 *
 * @param inputs what is fed
 * @param outputs what the loss depends on
 * @param notAnalysed tensors that no layer has
 */
public record Network(List<Value> inputs, List<Layer> layers, List<Value> outputs, List<NotAnalysed> notAnalysed) {

    /** @throws FormatException if a layer takes what no earlier one makes, or makes what there is already */
    public Network {
        inputs = List.copyOf(inputs);
        layers = List.copyOf(layers);
        outputs = List.copyOf(outputs);
        notAnalysed = List.copyOf(notAnalysed);
        Set<Value> made = new HashSet<>(inputs);
        Map<Integer, Value> byId = new HashMap<>();
        inputs.forEach(value -> byId.put(value.id(), value));
        for (Layer layer : layers) {
            for (Value value : layer.inputs()) {
                if (!made.contains(value)) {
                    throw new FormatException("layer " + layer.name() + " takes \"" + value.name()
                            + "\", expected what an earlier layer makes");
                }
            }
            for (Value value : layer.outputs()) {
                if (byId.put(value.id(), value) != null) {
                    throw new FormatException("layer " + layer.name() + " makes \"" + value.name()
                            + "\", expected something that there is not yet");
                }
                made.add(value);
            }
        }
        for (Value value : outputs) {
            if (!made.contains(value)) {
                throw new FormatException("output \"" + value.name() + "\", expected what a layer makes");
            }
        }
    }
}
