package org.stillpoint.lint.simplification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;

/** Which units of the file those of a network are from which others were taken. */
final class Origins {

    /** Where a unit of the file is made. */
    private record Maker(String layer, String tensor, int index) {
    }

    private final Map<Unit, Maker> makers = new HashMap<>();
    private final Map<Integer, List<Integer>> remaining = new HashMap<>();

    Origins(Network network) {
        for (Layer layer : network.layers()) {
            for (TensorCuts use : TensorCuts.of(layer)) {
                use.cuts().stream().filter(cut -> !cut.reads()).forEach(cut -> add(use, Unit.of(cut.channels())));
            }
        }
    }

    private void add(TensorCuts use, List<Unit> units) {
        for (int i = 0; i < units.size(); i++) {
            makers.putIfAbsent(units.get(i), new Maker(use.layer().name(), use.weights().name(), i));
        }
        units.forEach(unit -> remaining.merge(unit.family(), IntStream.rangeClosed(0, unit.index()).boxed().toList(),
                (a, b) -> a.size() >= b.size() ? a : b));
    }

    private Maker maker(Unit unit) {
        return makers.get(new Unit(unit.family(), remaining.get(unit.family()).get(unit.index())));
    }

    Removal removal(Removal.Reason reason, Unit unit, boolean exact, Optional<BigFraction> constant,
                    Optional<Unit> twin) {
        Maker maker = maker(unit);
        return new Removal(reason, maker.layer, maker.tensor, maker.index, exact, constant,
                twin.map(other -> maker(other).index));
    }

    Obstacle obstacle(Unit unit, String why) {
        Maker maker = maker(unit);
        return new Obstacle(maker.layer, maker.tensor, maker.index, why);
    }

    /** Whether a layer makes the units of a family. */
    boolean has(int family) {
        return remaining.containsKey(family);
    }

    void remove(int family, Iterable<Integer> indices) {
        List<Integer> before = remaining.get(family);
        List<Integer> after = new ArrayList<>(before);
        indices.forEach(index -> after.remove(before.get(index)));
        remaining.put(family, List.copyOf(after));
    }
}
