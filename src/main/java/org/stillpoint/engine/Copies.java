package org.stillpoint.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;

/**
 * A network in which each hidden unit stands for all units like it. Units of one layer with the same incoming weights, bias and outgoing weights
 * have the same activations and deltas on every sample, so the same gradients, and stay alike (SYM-8). One is enough, counted as often as it
 * was there: forward in the sums of the layer above, backward in those of the layer below.
 *
 * @param network one unit of each kind
 * @param counts for each layer and unit of that network, the units it stands for
 * @param kinds for each layer and unit of the whole network, the unit that stands for it
 */
record Copies(Network network, int[][] counts, int[][] kinds) {

    /** Each unit stands for itself. */
    static Copies none(Network whole) {
        int[][] kinds = whole.layers().stream().map(layer -> IntStream.range(0, layer.units()).toArray()).toArray(int[][]::new);
        return new Copies(whole, whole.layers().stream().map(layer -> ones(layer.units())).toArray(int[][]::new), kinds);
    }

    /** Units alike are one. */
    static Copies of(Network whole) {
        int depth = whole.layers().size();
        int[][] kinds = none(whole).kinds;
        for (int l = 0; l < depth - 1; l++) {
            Map<List<Object>, Integer> seen = new LinkedHashMap<>();
            for (int j = 0; j < kinds[l].length; j++) {
                kinds[l][j] = seen.computeIfAbsent(parameters(whole, l, j), any -> seen.size());
            }
        }
        return new Copies(collapsed(whole, kinds), counts(kinds), kinds);
    }

    private static List<Object> parameters(Network network, int l, int j) {
        Layer layer = network.layers().get(l);
        List<Object> parameters = new ArrayList<>(layer.weights().row(j).entries());
        layer.bias().ifPresent(bias -> parameters.add(bias.get(j)));
        parameters.addAll(network.layers().get(l + 1).weights().column(j).entries());
        return parameters;
    }

    private static int[][] counts(int[][] kinds) {
        int[][] counts = new int[kinds.length][];
        for (int l = 0; l < kinds.length; l++) {
            counts[l] = new int[firsts(kinds[l]).length];
            for (int kind : kinds[l]) {
                counts[l][kind]++;
            }
        }
        return counts;
    }

    private static Network collapsed(Network whole, int[][] kinds) {
        List<Layer> layers = new ArrayList<>();
        int[] columns = IntStream.range(0, whole.inputs()).toArray();
        for (int l = 0; l < kinds.length; l++) {
            int[] rows = firsts(kinds[l]);
            layers.add(part(whole.layers().get(l), rows, columns));
            columns = rows;
        }
        return new Network(layers);
    }

    /** The network with all units again, each as the one that stands for it. */
    Network expanded(Network collapsed) {
        List<Layer> layers = new ArrayList<>();
        int[] columns = IntStream.range(0, collapsed.inputs()).toArray();
        for (int l = 0; l < kinds.length; l++) {
            layers.add(part(collapsed.layers().get(l), kinds[l], columns));
            columns = kinds[l];
        }
        return new Network(layers);
    }

    boolean isNone() {
        return IntStream.range(0, kinds.length).allMatch(l -> counts[l].length == kinds[l].length);
    }

    private static Layer part(Layer layer, int[] rows, int[] columns) {
        return new Layer(new Matrix(IntStream.of(rows).mapToObj(j -> part(layer.weights().row(j), columns)).toList()),
                layer.bias().map(bias -> part(bias, rows)), layer.activation());
    }

    private static Vector part(Vector vector, int[] entries) {
        List<BigFraction> part = new ArrayList<>();
        for (int k : entries) {
            part.add(vector.get(k));
        }
        return new Vector(part);
    }

    /** The first unit of each kind. */
    private static int[] firsts(int[] kinds) {
        return IntStream.range(0, kinds.length)
                .filter(j -> IntStream.range(0, j).noneMatch(i -> kinds[i] == kinds[j])).toArray();
    }

    private static int[] ones(int size) {
        return IntStream.generate(() -> 1).limit(size).toArray();
    }
}
