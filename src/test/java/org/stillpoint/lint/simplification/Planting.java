package org.stillpoint.lint.simplification;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;

/** Changes weights of a model so that a unit can go. */
final class Planting {

    private final Changes changes;
    private final Network network;

    private Planting(Network network) {
        this.network = network;
        this.changes = new Changes(network, new Tensors());
    }

    private interface Edit {

        /** What the entries with an index along the axis become. */
        void at(long[] codes, int[] places, int index);
    }

    /** All weights that take the unit are zero. */
    static Network unread(Network network, Unit unit) throws IOException {
        return new Planting(network).edited(unit, true, Planting::zero);
    }

    /** All weights that come into the unit are zero, biases as well; what the rest makes of that is up to it. */
    static Network constant(Network network, Unit unit) throws IOException {
        Planting planting = new Planting(network);
        for (Layer layer : network.layers()) {
            if (layer.isMixing()) {
                planting.edit(layer, unit, false, Planting::zero);
            }
        }
        return planting.changes.applied();
    }

    /** A unit gets all that comes into another one. */
    static Network twin(Network network, Unit unit, int original) throws IOException {
        Planting planting = new Planting(network);
        for (Layer layer : network.layers()) {
            for (TensorCuts use : TensorCuts.of(layer)) {
                for (TensorCuts.Cut cut : use.cuts()) {
                    if (!cut.reads()) {
                        List<Unit> units = Unit.of(cut.channels());
                        int[] to = indices(units, unit);
                        int[] from = indices(units, new Unit(unit.family(), original));
                        long[] codes = planting.changes.entries(use.weights()).clone();
                        for (int i = 0; i < to.length; i++) {
                            int[] source = places(use, cut, from[i]);
                            int[] target = places(use, cut, to[i]);
                            IntStream.range(0, source.length).forEach(k -> codes[target[k]] = codes[source[k]]);
                        }
                        planting.changes.change(use.weights(), codes);
                    }
                }
            }
        }
        return planting.changes.applied();
    }

    private Network edited(Unit unit, boolean reads, Edit edit) throws IOException {
        for (Layer layer : network.layers()) {
            edit(layer, unit, reads, edit);
        }
        return changes.applied();
    }

    private void edit(Layer layer, Unit unit, boolean reads, Edit edit) throws IOException {
        for (TensorCuts use : TensorCuts.of(layer)) {
            for (TensorCuts.Cut cut : use.cuts()) {
                if (cut.reads() == reads) {
                    long[] codes = changes.entries(use.weights()).clone();
                    for (int index : indices(Unit.of(cut.channels()), unit)) {
                        edit.at(codes, places(use, cut, index), index);
                    }
                    changes.change(use.weights(), codes);
                }
            }
        }
    }

    private static void zero(long[] codes, int[] places, int index) {
        IntStream.of(places).forEach(place -> codes[place] = 0);
    }

    private static int[] indices(List<Unit> units, Unit unit) {
        return IntStream.range(0, units.size()).filter(i -> units.get(i).equals(unit)).toArray();
    }

    private static int[] places(TensorCuts use, TensorCuts.Cut cut, int index) {
        long stride = use.weights().dimensions().stride(cut.axis());
        long size = use.weights().dimensions().size(cut.axis());
        return IntStream.range(0, (int) use.weights().dimensions().entries())
                .filter(place -> place / stride % size == index).toArray();
    }

    /** Families of a model that may be cut, with more than one unit, and their sizes. */
    static Map<Integer, Integer> families(Network network) {
        Map<Integer, String> pins = Pins.of(network);
        Map<Integer, Integer> sizes = new TreeMap<>();
        network.layers().forEach(layer -> layer.outputs().forEach(value -> Unit.of(value.channels()).stream()
                .filter(unit -> !pins.containsKey(unit.family()))
                .forEach(unit -> sizes.merge(unit.family(), unit.index() + 1, Math::max))));
        sizes.values().removeIf(size -> size < 2);
        return sizes;
    }

    /** A unit of one of them, not the first one of its family. */
    static Unit draw(Map<Integer, Integer> families, Random random) {
        int family = List.copyOf(families.keySet()).get(random.nextInt(families.size()));
        return new Unit(family, 1 + random.nextInt(families.get(family) - 1));
    }
}
