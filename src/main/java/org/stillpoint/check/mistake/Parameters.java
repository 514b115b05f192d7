package org.stillpoint.check.mistake;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.check.question.Place;
import org.stillpoint.check.rounding.Rounded;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Vector;

/**
 * A number for each parameter of a network; arrays that nobody writes into once they are made.
 *
 * @param weights by layer, unit and input
 * @param biases by layer and unit; an empty array for a layer without
 */
record Parameters(Rounded[][][] weights, Rounded[][] biases) {

    /** What makes the number of one place. */
    @FunctionalInterface
    interface Entry {

        Rounded at(int l, int j, int k);
    }

    /** The numbers of the layers themselves. */
    static Parameters of(List<Layer> layers) {
        return made(layers, (l, j, k) -> Rounded.of(k == Place.BIAS ? layers.get(l).bias().orElseThrow().get(j)
                : layers.get(l).weights().get(j, k)));
    }

    static Parameters zeros(List<Layer> layers) {
        return made(layers, (l, j, k) -> Rounded.ZERO);
    }

    /** In the shape of the layers. */
    static Parameters made(List<Layer> layers, Entry entry) {
        Rounded[][][] weights = new Rounded[layers.size()][][];
        Rounded[][] biases = new Rounded[layers.size()][];
        for (int l = 0; l < layers.size(); l++) {
            Layer layer = layers.get(l);
            weights[l] = new Rounded[layer.units()][layer.inputs()];
            biases[l] = new Rounded[layer.bias().isPresent() ? layer.units() : 0];
            for (int j = 0; j < layer.units(); j++) {
                for (int k = 0; k < layer.inputs(); k++) {
                    weights[l][j][k] = entry.at(l, j, k);
                }
            }
            for (int j = 0; j < biases[l].length; j++) {
                biases[l][j] = entry.at(l, j, Place.BIAS);
            }
        }
        return new Parameters(weights, biases);
    }

    /** Those of one layer, in the order of {@link org.stillpoint.domain.Network#parameters()}. */
    static List<Rounded> ofLayer(Layer layer, int l, Entry entry) {
        List<Rounded> all = new ArrayList<>();
        for (int j = 0; j < layer.units(); j++) {
            for (int k = 0; k < layer.inputs(); k++) {
                all.add(entry.at(l, j, k));
            }
        }
        for (int j = 0; j < layer.units() && layer.bias().isPresent(); j++) {
            all.add(entry.at(l, j, Place.BIAS));
        }
        return all;
    }

    static Rounded[][] rounded(List<Vector> vectors) {
        return vectors.stream().map(vector -> vector.entries().stream().map(Rounded::of).toArray(Rounded[]::new))
                .toArray(Rounded[][]::new);
    }

    Rounded at(int l, int j, int k) {
        return k == Place.BIAS ? biases[l][j] : weights[l][j][k];
    }

    /** In the order of {@link org.stillpoint.domain.Network#parameters()}. */
    List<Rounded> inOrder() {
        List<Rounded> all = new ArrayList<>();
        for (int l = 0; l < weights.length; l++) {
            for (Rounded[] row : weights[l]) {
                all.addAll(List.of(row));
            }
            all.addAll(List.of(biases[l]));
        }
        return all;
    }
}
