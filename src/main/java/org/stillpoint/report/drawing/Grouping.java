package org.stillpoint.report.drawing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.enclosure.Exact;
import org.stillpoint.engine.RealLayer;
import org.stillpoint.engine.RealNetwork;

/** Which units a circle stands for: for each column of a picture, inputs first, groups of units counted from 0. */
final class Grouping {

    private Grouping() {
    }

    /** Each for itself. */
    static List<List<List<Integer>>> units(RealNetwork network) {
        return network.shape().widths().stream()
                .map(width -> IntStream.range(0, width).mapToObj(List::of).toList()).toList();
    }

    /** A layer together. */
    static List<List<List<Integer>>> layers(RealNetwork network) {
        return network.shape().widths().stream()
                .map(width -> List.of(IntStream.range(0, width).boxed().toList())).toList();
    }

    /**
     * Together the units of a hidden layer that no step can tell apart, as {@link org.stillpoint.symmetry.UnitClasses} has them,
     * the inputs whose weights are equal, and the outputs that are computed alike: between two such groups all weights are equal.
     * Empty if a number is not known exactly, as nobody can say then what it is equal to.
     */
    static List<List<List<Integer>>> classes(RealNetwork network) {
        List<RealLayer> layers = network.layers();
        if (!layers.stream().flatMap(layer -> Stream.concat(layer.weights().stream(), layer.bias().stream()))
                .allMatch(numbers -> numbers.stream().allMatch(Exact.class::isInstance))) {
            return List.of();
        }
        List<List<List<Integer>>> groups = new ArrayList<>();
        groups.add(equal(layers.get(0).weights().get(0).size(), k -> column(layers.get(0), k)));
        for (int l = 0; l < layers.size(); l++) {
            RealLayer layer = layers.get(l);
            List<RealLayer> above = layers.subList(l + 1, Math.min(l + 2, layers.size()));
            groups.add(equal(layer.weights().size(), j -> List.of(layer.weights().get(j),
                    layer.bias().stream().map(bias -> bias.get(j)).toList(), above.stream().map(a -> column(a, j)).toList())));
        }
        return groups;
    }

    private static List<?> column(RealLayer layer, int k) {
        return layer.weights().stream().map(row -> row.get(k)).toList();
    }

    private static List<List<Integer>> equal(int units, IntFunction<Object> key) {
        Map<Object, List<Integer>> groups = new LinkedHashMap<>();
        IntStream.range(0, units).forEach(j -> groups.computeIfAbsent(key.apply(j), k -> new ArrayList<>()).add(j));
        return List.copyOf(groups.values());
    }
}
