package org.stillpoint.search;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;

/** Networks and data made from a list of numbers, taken from its front. */
final class Pieces {

    private final Iterator<BigFraction> numbers;

    Pieces(List<BigFraction> numbers) {
        this.numbers = numbers.iterator();
    }

    BigFraction number() {
        return numbers.next();
    }

    Vector vector(int length) {
        return new Vector(Stream.generate(numbers::next).limit(length).toList());
    }

    /** Inputs of a data set with the given labels. */
    DataSet data(Size size, List<BigFraction> labels) {
        List<Vector> inputs = Stream.generate(() -> vector(size.inputs())).limit(size.samples()).toList();
        return new DataSet(inputs, labels.stream().map(label -> Vector.of(label)).toList());
    }

    /** A network with all its parameters from the list, layer by layer, the weights row by row, then the bias. */
    Network network(List<Integer> widths, boolean bias) {
        List<Layer> layers = new ArrayList<>();
        for (int l = 1; l < widths.size(); l++) {
            int inputs = widths.get(l - 1);
            Matrix weights = new Matrix(Stream.generate(() -> vector(inputs)).limit(widths.get(l)).toList());
            layers.add(new Layer(weights, bias ? Optional.of(vector(widths.get(l))) : Optional.empty(), activation(widths, l)));
        }
        return new Network(layers);
    }

    /** Equal weights, and biases that are zero. */
    static Network equalWeights(List<Integer> widths, BigFraction weight) {
        List<Layer> layers = new ArrayList<>();
        for (int l = 1; l < widths.size(); l++) {
            layers.add(new Layer(Matrix.constant(widths.get(l), widths.get(l - 1), weight),
                    Optional.of(Vector.zeros(widths.get(l))), activation(widths, l)));
        }
        return new Network(layers);
    }

    static int parameters(List<Integer> widths, boolean bias) {
        return Network.zeros(widths, bias).parameters().size();
    }

    private static Activation activation(List<Integer> widths, int l) {
        return l == widths.size() - 1 ? Activation.IDENTITY : Activation.RELU;
    }
}
