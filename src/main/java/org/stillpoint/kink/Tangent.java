package org.stillpoint.kink;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.RationalActivation;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.domain.Vector;
import org.stillpoint.training.Evaluation;

/** The loss of one sample in first order around the parameters of a network. */
final class Tangent {

    private final Network network;
    private final List<List<BigFraction>> inputs = new ArrayList<>();
    private final List<List<Slopes>> activations = new ArrayList<>();
    private final List<Slopes> loss;

    Tangent(Network network, RationalLoss loss, Vector input, Vector target) {
        this.network = network;
        inputs.add(input.entries());
        List<Vector> preactivations = Evaluation.preactivations(network, List.of(input)).findFirst().orElseThrow();
        for (int l = 0; l < network.layers().size(); l++) {
            RationalActivation activation = network.layers().get(l).activation().rational();
            List<BigFraction> z = preactivations.get(l).entries();
            activations.add(z.stream().map(each -> Slopes.of(activation, each)).toList());
            inputs.add(z.stream().map(activation.kernel()::value).toList());
        }
        List<BigFraction> output = inputs.get(network.layers().size());
        this.loss = IntStream.range(0, output.size()).mapToObj(j -> Slopes.of(loss, output.get(j), target.get(j))).toList();
    }

    /** The loss by the output j. */
    Slopes loss(int j) {
        return loss.get(j);
    }

    /** The rate of the loss. */
    <R> R rate(Rules<R> rules) {
        List<R> rates = List.of();
        int first = 0;
        for (int l = 0; l < network.layers().size(); l++) {
            rates = layer(rules, l, first, rates);
            Layer layer = network.layers().get(l);
            first += layer.units() * (layer.inputs() + (layer.bias().isPresent() ? 1 : 0));
        }
        List<R> outputs = rates;
        return rules.sum(IntStream.range(0, loss.size()).mapToObj(j -> rules.through(loss.get(j), outputs.get(j))).toList());
    }

    /** @param below of the units below; none for the inputs, which do not move */
    private <R> List<R> layer(Rules<R> rules, int l, int first, List<R> below) {
        Layer layer = network.layers().get(l);
        List<R> above = new ArrayList<>();
        for (int j = 0; j < layer.units(); j++) {
            List<R> terms = new ArrayList<>();
            for (int k = 0; k < layer.inputs(); k++) {
                terms.add(rules.times(rules.parameter(first + j * layer.inputs() + k), inputs.get(l).get(k)));
            }
            for (int k = 0; k < below.size(); k++) {
                terms.add(rules.times(below.get(k), layer.weights().get(j, k)));
            }
            if (layer.bias().isPresent()) {
                terms.add(rules.parameter(first + layer.units() * layer.inputs() + j));
            }
            above.add(rules.through(activations.get(l).get(j), rules.sum(terms)));
        }
        return above;
    }
}
