package org.stillpoint.lint.program;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stillpoint.lint.fact.Place;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Value;

/** Where layers stand among others. */
final class Places {

    private final Understood network;
    private final Map<Integer, Layer> makers = new HashMap<>();
    private final Map<Integer, Set<Layer>> readers = new HashMap<>();

    Places(Understood network) {
        this.network = network;
        for (Layer layer : network.layers()) {
            layer.outputs().forEach(value -> makers.put(value.id(), layer));
            layer.inputs().forEach(value -> readers.computeIfAbsent(value.id(), key -> new LinkedHashSet<>()).add(layer));
        }
    }

    /** The layers that take a value. */
    List<Layer> readers(Value value) {
        return List.copyOf(readers.getOrDefault(value.id(), Set.of()));
    }

    boolean isOutput(Value value) {
        return network.outputs().contains(value);
    }

    /** Whether it makes each unit of the unit with the same number. */
    static boolean isUnitwise(Layer layer) {
        return layer instanceof Layer.Bias || layer instanceof Layer.Scale || layer instanceof Layer.BatchNormalisation
                || layer instanceof Layer.Pointwise || layer instanceof Layer.EachChannel
                || layer instanceof Layer.Convolution && !layer.isMixing();
    }

    /** Where in the model the tensor of a layer stands. */
    Place of(Layer layer) {
        if (layer instanceof Layer.Bias) {
            return Place.BIAS;
        }
        if (!(layer instanceof Layer.OfOne one)) {
            return Place.WITHIN;
        }
        if (layer.isMixing() && isOneOfTwoFactors(one)) {
            return Place.ONE_OF_TWO_FACTORS;
        }
        if (reaches(one.output(), true, new HashSet<>())) {
            return Place.END_OF_BRANCH;
        }
        if (layer instanceof Layer.Scale) {
            return Place.SCALE;
        }
        return reaches(one.output(), false, new HashSet<>()) ? Place.OUTPUT
                : network.inputs().contains(one.input()) ? Place.INPUT : Place.WITHIN;
    }

    private boolean isOneOfTwoFactors(Layer.OfOne layer) {
        Layer before = makers.get(layer.input().id());
        List<Layer> behind = readers(layer.output());
        return before != null && before.isMixing() && readers(layer.input()).size() == 1
                || behind.size() == 1 && behind.get(0).isMixing() && !isOutput(layer.output());
    }

    /** Whether a value comes, unit by unit, into a sum with something else, or out of the model. */
    private boolean reaches(Value value, boolean sum, Set<Integer> seen) {
        if (!seen.add(value.id())) {
            return false;
        }
        return !sum && isOutput(value) || readers(value).stream().anyMatch(reader -> sum && reader instanceof Layer.Sum
                || isUnitwise(reader) && reaches(reader.outputs().get(0), sum, seen)
                || !sum && reader instanceof Layer.Softmax && reaches(reader.outputs().get(0), false, seen));
    }
}
