package org.stillpoint.lint.simplification;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.Value;

/** Where units are mixed with others: the only way that leads from a unit to other ones of families that may be cut. */
final class Reads {

    private final Map<Unit, List<Read>> byUnit = new HashMap<>();

    /**
     * A feature of the input of a layer that mixes.
     *
     * @param feature from 0
     */
    record Read(Layer layer, Mixing mixing, int feature) {

        Value value() {
            return layer.inputs().get(0);
        }
    }

    static Reads of(Network network, Tensors tensors) throws IOException {
        Reads reads = new Reads();
        for (Layer layer : network.layers()) {
            if (layer instanceof Layer.WithKernel one && one.isMixing()
                    && TensorCuts.of(layer).stream().allMatch(TensorCuts::fits)) {
                Mixing mixing = Mixing.of(one, tensors);
                List<Unit> units = Unit.of(layer.inputs().get(0).channels());
                for (int feature = 0; feature < units.size(); feature++) {
                    reads.byUnit.computeIfAbsent(units.get(feature), unit -> new ArrayList<>())
                            .add(new Read(layer, mixing, feature));
                }
            }
        }
        return reads;
    }

    /** In the order of the layers, and of the features of each. */
    List<Read> of(Unit unit) {
        return byUnit.getOrDefault(unit, List.of());
    }
}
