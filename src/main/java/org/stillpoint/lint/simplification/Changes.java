package org.stillpoint.lint.simplification;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.stillpoint.modelfile.network.Channels;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.Weights;

/** What is to be changed in a network: units that go, entries that become others, biases that are new. */
final class Changes {

    private final Network network;
    private final Tensors tensors;
    private final Map<Integer, SortedSet<Integer>> removed = new HashMap<>();
    private final Map<String, long[]> entries = new HashMap<>();
    private final Map<Integer, Weights> biases = new HashMap<>();

    Changes(Network network, Tensors tensors) {
        this.network = network;
        this.tensors = tensors;
    }

    boolean areNone() {
        return removed.isEmpty();
    }

    /** The units of a family that go. */
    SortedSet<Integer> removed(int family) {
        return removed.getOrDefault(family, new TreeSet<>());
    }

    void remove(Unit unit) {
        removed.computeIfAbsent(unit.family(), family -> new TreeSet<>()).add(unit.index());
    }

    /** The entries of a tensor as they are by now. */
    long[] entries(Weights weights) throws IOException {
        long[] changed = entries.get(weights.name());
        return changed == null ? tensors.codes(weights) : changed;
    }

    void change(Weights weights, long[] codes) {
        entries.put(weights.name(), codes);
    }

    /** Has a bias added to what a layer makes, before anything else takes it. */
    void add(Layer layer, Weights bias) {
        biases.put(layer.outputs().get(0).id(), bias);
    }

    /** The network with these changes. Values keep their identifiers and names. */
    Network applied() throws IOException {
        Map<Integer, Integer> sizes = new HashMap<>();
        Map<String, Weights> weights = new HashMap<>();
        for (Layer layer : network.layers()) {
            layer.outputs().forEach(value -> Unit.of(value.channels())
                    .forEach(unit -> sizes.merge(unit.family(), unit.index() + 1, Math::max)));
            for (TensorCuts use : TensorCuts.of(layer)) {
                if (!weights.containsKey(use.weights().name())) {
                    weights.put(use.weights().name(), cut(use));
                }
            }
        }
        sizes.replaceAll((family, size) -> size - removed(family).size());
        UnaryOperator<Value> values = value ->
                new Value(value.id(), value.name(), Unit.resized(value.channels(), sizes), value.axis());
        int[] next = {ids(network).max().orElse(-1) + 1};
        List<Layer> layers = new ArrayList<>();
        for (Layer layer : network.layers()) {
            Layer changed = Reweighted.of(layer.with(values), tensor -> weights.getOrDefault(tensor.name(), tensor));
            Weights bias = layer.isMixing() ? biases.get(layer.outputs().get(0).id()) : null;
            if (bias == null) {
                layers.add(changed);
            } else {
                Value output = changed.outputs().get(0);
                Value before = new Value(next[0]++, bias.name() + ".input", output.channels(), output.axis());
                layers.add(changed.with(value -> value.equals(output) ? before : value));
                layers.add(new Layer.Bias(bias.name(), before, cut(bias, output(layer)), output));
            }
        }
        return new Network(network.inputs().stream().map(values).toList(), layers,
                network.outputs().stream().map(values).toList(), network.notAnalysed());
    }

    private static Channels output(Layer layer) {
        return layer.outputs().get(0).channels();
    }

    private static IntStream ids(Network network) {
        return IntStream.concat(network.inputs().stream().mapToInt(Value::id),
                network.layers().stream().flatMap(layer -> layer.outputs().stream()).mapToInt(Value::id));
    }

    private Weights cut(TensorCuts use) throws IOException {
        Weights weights = use.weights();
        boolean touched = entries.containsKey(weights.name()) || use.cuts().stream().anyMatch(cut ->
                Unit.of(cut.channels()).stream().anyMatch(unit -> removed(unit.family()).contains(unit.index())));
        if (!touched) {
            return weights;
        }
        List<int[]> kept = new ArrayList<>();
        for (int axis = 0; axis < weights.dimensions().axes(); axis++) {
            int at = axis;
            kept.add(use.cuts().stream().filter(cut -> cut.axis() == at).findFirst().map(cut -> kept(cut.channels()))
                    .orElseGet(() -> IntStream.range(0, (int) weights.dimensions().size(at)).toArray()));
        }
        return Cutting.of(weights, entries(weights), kept);
    }

    private Weights cut(Weights bias, Channels channels) throws IOException {
        return Cutting.of(bias, entries(bias), List.of(kept(channels)));
    }

    private int[] kept(Channels channels) {
        List<Unit> units = Unit.of(channels);
        return IntStream.range(0, units.size())
                .filter(i -> !removed(units.get(i).family()).contains(units.get(i).index())).toArray();
    }

    /** Parts of tensors. */
    private static final class Cutting {

        static Weights of(Weights weights, long[] codes, List<int[]> kept) {
            Dimensions dimensions = new Dimensions(kept.stream().map(indices -> (long) indices.length).toList());
            long[] places = {0};
            for (int axis = 0; axis < kept.size(); axis++) {
                places = further(places, kept.get(axis), weights.dimensions().stride(axis));
            }
            long[] part = new long[places.length];
            for (int i = 0; i < part.length; i++) {
                part[i] = codes[(int) places[i]];
            }
            return HeldEntries.like(weights, dimensions, part);
        }

        private static long[] further(long[] places, int[] indices, long stride) {
            long[] further = new long[places.length * indices.length];
            int at = 0;
            for (long place : places) {
                for (int index : indices) {
                    further[at++] = place + index * stride;
                }
            }
            return further;
        }
    }
}
