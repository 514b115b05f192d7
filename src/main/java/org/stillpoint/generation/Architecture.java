package org.stillpoint.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;

/**
 * A network without its numbers.
 *
 * @param widths inputs, hidden units a layer, outputs
 * @param bias whether every layer has one
 * @param hidden the activation of every layer but the last
 * @param output the activation of the last layer
 */
public record Architecture(List<Integer> widths, boolean bias, Activation hidden, Activation output) {

    /** @throws GenerationException if there are fewer than two widths, or one is below 1 */
    public Architecture {
        widths = List.copyOf(widths);
        Widths.require(widths, "inputs,hidden...,outputs");
    }

    int depth() {
        return widths.size() - 1;
    }

    /** All units of hidden layers together. */
    int hiddenUnits() {
        return widths.subList(1, depth()).stream().mapToInt(Integer::intValue).sum();
    }

    int parameters() {
        int sum = 0;
        for (int l = 1; l < widths.size(); l++) {
            sum += (widths.get(l - 1) + (bias ? 1 : 0)) * widths.get(l);
        }
        return sum;
    }

    Architecture withWidths(List<Integer> other) {
        return new Architecture(other, bias, hidden, output);
    }

    /** The shape as on the command line. */
    String shape() {
        return Widths.text(widths);
    }

    /**
     * The network whose weights and biases come, layer by layer, from these numbers: each layer's weights row by row, then its
     * bias.
     *
     * @param weights the source of the weights of a layer, counted from 0
     * @param biases the source of its bias
     * @throws org.stillpoint.domain.DomainException if networks do not have such activations
     */
    Network network(Numbers weights, Numbers biases) {
        List<Layer> layers = new ArrayList<>();
        for (int l = 0; l < depth(); l++) {
            int inputs = widths.get(l);
            Supplier<BigFraction> entries = weights.ofLayer(l);
            List<Vector> rows = Stream.generate(() -> vector(inputs, entries)).limit(widths.get(l + 1)).toList();
            Optional<Vector> ofUnits = bias ? Optional.of(vector(widths.get(l + 1), biases.ofLayer(l))) : Optional.empty();
            layers.add(new Layer(new Matrix(rows), ofUnits, l == depth() - 1 ? output : hidden));
        }
        return new Network(layers);
    }

    private static Vector vector(int size, Supplier<BigFraction> entries) {
        return new Vector(Stream.generate(entries).limit(size).toList());
    }

    /** Where the numbers of a layer come from. */
    @FunctionalInterface
    interface Numbers {

        Supplier<BigFraction> ofLayer(int layer);
    }
}
