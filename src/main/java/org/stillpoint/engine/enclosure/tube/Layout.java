package org.stillpoint.engine.enclosure.tube;

import java.util.Arrays;
import org.stillpoint.engine.enclosure.Problem;
import org.stillpoint.engine.enclosure.Values;

/** Where each parameter stands in one row of all: layer by layer, the weights row by row, then the bias. */
final class Layout {

    private final int[] weights;
    private final int[] biases;
    private final int size;

    Layout(Problem problem) {
        int layers = problem.layers();
        this.weights = new int[layers];
        this.biases = new int[layers];
        int next = 0;
        for (int l = 0; l < layers; l++) {
            weights[l] = next;
            next += problem.units(l) * problem.start().layers().get(l).inputs();
            biases[l] = next;
            next += problem.start().layers().get(l).bias().isPresent() ? problem.units(l) : 0;
        }
        this.size = next;
    }

    int size() {
        return size;
    }

    /** The first weight of a layer. */
    int weights(int l) {
        return weights[l];
    }

    /** The first entry of the bias of a layer. */
    int biases(int l) {
        return biases[l];
    }

    boolean hasBias(int l) {
        return biases[l] < (l + 1 < weights.length ? weights[l + 1] : size);
    }

    boolean isWeight(int at) {
        int l = weights.length - 1;
        while (at < weights[l]) {
            l--;
        }
        return at < biases[l];
    }

    /** The numbers in this order. */
    <T> T[] row(Values<T> values, T[] room) {
        for (int l = 0; l < weights.length; l++) {
            System.arraycopy(values.weights()[l], 0, room, weights[l], values.weights()[l].length);
            System.arraycopy(values.biases()[l], 0, room, biases[l], values.biases()[l].length);
        }
        return room;
    }

    /** The numbers of a row, in the shape of the values. */
    <T> Values<T> values(T[] row, Values<T> shape) {
        T[][] w = shape.weights().clone();
        T[][] b = shape.biases().clone();
        for (int l = 0; l < weights.length; l++) {
            w[l] = Arrays.copyOfRange(row, weights[l], weights[l] + w[l].length);
            b[l] = Arrays.copyOfRange(row, biases[l], biases[l] + b[l].length);
        }
        return new Values<>(w, b);
    }
}
