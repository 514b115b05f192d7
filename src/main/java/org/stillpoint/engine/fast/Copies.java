package org.stillpoint.engine.fast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;

/**
 * A network in which each hidden unit stands for all equal to it. Units of one layer with the same incoming weights, bias and
 * outgoing weights have the same activations and deltas on every sample, so the same gradients, and stay equal (SYM-8). One is
 * enough, counted as often as it was there: forward in the sums of the layer above, backward in those of the layer below.
 *
 * @param network one unit of each kind
 * @param counts for each layer and unit of that network, the units it stands for
 * @param kinds for each layer and unit of the whole network, the unit that stands for it
 */
record Copies(Network network, int[][] counts, int[][] kinds) {

    /** Counts where each unit stands for itself. */
    static int[][] ones(Network whole) {
        int[][] counts = new int[whole.layers().size()][];
        for (int l = 0; l < counts.length; l++) {
            counts[l] = new int[whole.layers().get(l).units()];
            Arrays.fill(counts[l], 1);
        }
        return counts;
    }

    /** Equal units as one; empty if there are none. */
    static Optional<Copies> of(Network whole) {
        int[][] kinds = new int[whole.layers().size()][];
        boolean some = false;
        for (int l = 0; l < kinds.length; l++) {
            kinds[l] = new int[whole.layers().get(l).units()];
            int different = 0;
            for (int j = 0; j < kinds[l].length; j++) {
                int like = l < kinds.length - 1 ? firstLike(whole, l, j) : j;
                kinds[l][j] = like < j ? kinds[l][like] : different++;
                some |= like < j;
            }
        }
        return some ? Optional.of(new Copies(collapsed(whole, kinds), counts(kinds), kinds)) : Optional.empty();
    }

    /** The first unit that is equal to unit j, which may be itself. Most are known to differ by their first weights. */
    private static int firstLike(Network whole, int l, int j) {
        List<Vector> incoming = whole.layers().get(l).weights().rows();
        BigFraction first = incoming.get(j).get(0);
        int like = 0;
        while (like < j && !(same(incoming.get(like).get(0), first) && areEqual(whole, l, like, j))) {
            like++;
        }
        return like;
    }

    private static boolean areEqual(Network network, int l, int i, int j) {
        Layer layer = network.layers().get(l);
        if (!same(layer.weights().row(i), layer.weights().row(j))
                || layer.bias().isPresent() && !same(layer.bias().get().get(i), layer.bias().get().get(j))) {
            return false;
        }
        for (Vector outgoing : network.layers().get(l + 1).weights().rows()) {
            if (!same(outgoing.get(i), outgoing.get(j))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(Vector a, Vector b) {
        for (int k = 0; k < a.size(); k++) {
            if (!same(a.get(k), b.get(k))) {
                return false;
            }
        }
        return true;
    }

    /** As equality of fractions, which would bring both to lowest terms again. */
    private static boolean same(BigFraction a, BigFraction b) {
        return a.getNumerator().equals(b.getNumerator()) && a.getDenominator().equals(b.getDenominator());
    }

    private static int[][] counts(int[][] kinds) {
        int[][] counts = new int[kinds.length][];
        for (int l = 0; l < kinds.length; l++) {
            counts[l] = new int[IntStream.of(kinds[l]).max().orElse(0) + 1];
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
}
