package org.stillpoint.graph.floating;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.graph.model.Graph;
import org.stillpoint.graph.model.Node;
import org.stillpoint.graph.operation.Losses;
import org.stillpoint.graph.training.Optimiser;
import org.stillpoint.graph.training.TrainingProgram;
import org.stillpoint.kernel.graph.Feed;

/**
 * Perceptrons of ReLU without biases, a slot a weight, whose first two units of the first layer are twins.
 *
 * @param widths inputs, then the units of each hidden layer; there is one output
 * @param reversed whether the second unit adds up its inputs from the last to the first
 */
public record TwinNetworks(List<Integer> widths, boolean reversed) {

    public TwinNetworks {
        widths = List.copyOf(widths);
    }

    /** Weights W(layer)[unit][input] of tenths. */
    public TrainingProgram program(Random random, Optimiser optimiser) {
        return program(optimiser, (layer, unit, input) -> new BigFraction(random.nextInt(19) - 9, 10));
    }

    /** With the weights that are given, but for those that make twins. */
    TrainingProgram program(Optimiser optimiser, Weights weights) {
        Graph graph = new Graph();
        List<Node> below = IntStream.range(0, widths.get(0)).mapToObj(k -> graph.input("x" + k)).toList();
        for (int layer = 1; layer < widths.size(); layer++) {
            below = layer(graph, layer, below, weights);
        }
        List<Node> last = terms(graph, widths.size(), 0, below, weights(widths.size(), 0, below.size(), weights));
        graph.loss(graph.sum(last), graph.input("y"), Losses.error(RationalLoss.SQUARED));
        return TrainingProgram.of(graph, optimiser);
    }

    private List<Node> layer(Graph graph, int layer, List<Node> below, Weights weights) {
        List<Node> above = new ArrayList<>();
        List<BigFraction> first = weights(layer, 0, below.size(), weights);
        for (int j = 0; j < widths.get(layer); j++) {
            List<BigFraction> row = layer == 1 && j == 1 || j == 0 ? first : weights(layer, j, below.size(), weights);
            List<Node> terms = new ArrayList<>(terms(graph, layer, j, below, row));
            if (reversed && layer == 1 && j == 1) {
                Collections.reverse(terms);
            }
            above.add(graph.sum(terms).relu());
        }
        return above;
    }

    /** The weights of a unit, those from the twins alike. */
    private static List<BigFraction> weights(int layer, int unit, int inputs, Weights weights) {
        List<BigFraction> row = new ArrayList<>();
        for (int k = 0; k < inputs; k++) {
            row.add(layer == 2 && k == 1 ? row.get(0) : weights.at(layer, unit, k));
        }
        return row;
    }

    private static List<Node> terms(Graph graph, int layer, int unit, List<Node> below, List<BigFraction> row) {
        return IntStream.range(0, below.size())
                .mapToObj(k -> graph.parameter("W" + layer + "[" + unit + "][" + k + "]", row.get(k)).times(below.get(k)))
                .toList();
    }

    /** Names of weights that start equal and, in one order, stay so. */
    public List<List<String>> twins() {
        List<List<String>> twins = new ArrayList<>();
        IntStream.range(0, widths.get(0)).forEach(k -> twins.add(List.of("W1[0][" + k + "]", "W1[1][" + k + "]")));
        int above = widths.size() > 2 ? widths.get(2) : 1;
        IntStream.range(0, above).forEach(i -> twins.add(List.of("W2[" + i + "][0]", "W2[" + i + "][1]")));
        return twins;
    }

    /** Numbers as they come, drawn anew in each step, and a rate. */
    public static Feed feed(TrainingProgram program, Format format, long seed, double rate) {
        return (step, slot) -> program.name(slot).equals("rate") ? format.round(rate)
                : program.name(slot).equals("momentum") ? format.round(0.5)
                : format.round(new Random(seed + step * 1_000_003L + slot * 7919L).nextGaussian());
    }

    /** The start of the weights. */
    interface Weights {

        BigFraction at(int layer, int unit, int input);
    }
}
