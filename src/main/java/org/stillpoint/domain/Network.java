package org.stillpoint.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;

/** A multilayer perceptron: at least one layer; softmax is the activation of the last one only. */
public record Network(List<Layer> layers) {

    /** @throws DomainException if there is no layer, the shapes do not chain, or a layer below the last has softmax */
    public Network {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new DomainException("a network without layers, expected at least one");
        }
        for (int l = 1; l < layers.size(); l++) {
            if (layers.get(l).inputs() != layers.get(l - 1).units()) {
                throw new DomainException("layer " + (l + 1) + " takes " + layers.get(l).inputs() + " inputs, expected "
                        + layers.get(l - 1).units() + ", the units of layer " + l);
            }
        }
        for (int l = 0; l < layers.size() - 1; l++) {
            if (layers.get(l).activation() == Activation.SOFTMAX) {
                throw new DomainException("layer " + (l + 1) + " has activation softmax, expected it on the last layer only");
            }
        }
    }

    public static Network of(Layer... layers) {
        return new Network(List.of(layers));
    }

    /**
     * All parameters zero, ReLU in the hidden layers.
     *
     * @param widths inputs, hidden units a layer, outputs; at least two, each at least 1
     * @param bias whether every layer has one
     */
    public static Network zeros(List<Integer> widths, boolean bias) {
        return constant(widths, bias, BigFraction.ZERO);
    }

    /**
     * All parameters equal, ReLU in the hidden layers.
     *
     * @param widths inputs, hidden units a layer, outputs; at least two, each at least 1
     * @param bias whether every layer has one
     */
    public static Network constant(List<Integer> widths, boolean bias, BigFraction value) {
        List<Layer> layers = new ArrayList<>();
        for (int l = 1; l < widths.size(); l++) {
            layers.add(new Layer(Matrix.constant(widths.get(l), widths.get(l - 1), value),
                    bias ? Optional.of(Vector.constant(widths.get(l), value)) : Optional.empty(),
                    l == widths.size() - 1 ? Activation.IDENTITY : Activation.RELU));
        }
        return new Network(layers);
    }

    /** Numbers a sample must have. */
    public int inputs() {
        return layers.get(0).inputs();
    }

    public int outputs() {
        return layers.get(layers.size() - 1).units();
    }

    /** What the last layer makes of its pre-activations, which is the output. */
    public Activation outputActivation() {
        return layers.get(layers.size() - 1).activation();
    }

    /** Whether every activation is, so that rational inputs have rational outputs. */
    public boolean isRational() {
        return layers.stream().allMatch(layer -> layer.activation().isRational());
    }

    /** Inputs, hidden units a layer, outputs. */
    public List<Integer> widths() {
        return Stream.concat(Stream.of(inputs()), layers.stream().map(Layer::units)).toList();
    }

    /** Every parameter in a fixed order: layer by layer, the weights row by row, then the bias. */
    public List<BigFraction> parameters() {
        return layers.stream().flatMap(layer ->
                Stream.concat(layer.weights().rows().stream(), layer.bias().stream())
                        .flatMap(vector -> vector.entries().stream())).toList();
    }
}
