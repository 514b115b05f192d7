package org.stillpoint.symmetry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;

/** Finds the classes of equal units, which no training step can tell apart. */
public final class UnitClasses {

    private UnitClasses() {
    }

    /** The classes of each hidden layer, from the input upwards; classes are in the order of their first units. */
    public static List<LayerSymmetry> of(Network network) {
        List<LayerSymmetry> layers = new ArrayList<>();
        for (int l = 0; l + 1 < network.layers().size(); l++) {
            layers.add(of(network.layers().get(l), network.layers().get(l + 1)));
        }
        return List.copyOf(layers);
    }

    private static LayerSymmetry of(Layer layer, Layer above) {
        Map<Unit, List<Integer>> classes = new LinkedHashMap<>();
        for (int j = 0; j < layer.units(); j++) {
            int unit = j;
            Unit key = new Unit(layer.weights().row(j), layer.bias().map(b -> b.get(unit)), above.weights().column(j));
            classes.computeIfAbsent(key, k -> new ArrayList<>()).add(j);
        }
        return new LayerSymmetry(layer.units(), List.copyOf(classes.values()));
    }

    private record Unit(Vector incoming, Optional<BigFraction> bias, Vector outgoing) {
    }
}
