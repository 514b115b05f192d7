package org.stillpoint.symmetry;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.training.Evaluation;

/**
 * What is known of the pre-activations z of a hidden unit.
 *
 * @param inputs how many were looked at: all samples; without data 1 for a unit whose z is the same for every input; 0 if z is
 *     not known
 * @param negative of these, how many have z < 0
 * @param atKink how many have z where the activation has a kink
 * @param active how many have sigma(z) not 0
 */
record Observed(int inputs, int negative, int atKink, int active) {

    private static final Observed NOTHING = new Observed(0, 0, 0, 0);

    /**
     * The units of each hidden layer on all samples. Above a smooth activation only those are known that hear inactive units, or
     * nothing.
     */
    static List<List<Observed>> on(Network network, DataSet data) {
        Evaluation.requireFit(network, data);
        List<List<Observed>> seen = new ArrayList<>();
        Network exact = belowSmoothUnits(network);
        List<Layer> hidden = hidden(network);
        hidden.stream().limit(exact.layers().size())
                .forEach(layer -> seen.add(new ArrayList<>(Stream.generate(() -> NOTHING).limit(layer.units()).toList())));
        Evaluation.preactivations(exact, data.inputs()).forEach(z -> {
            for (int l = 0; l < seen.size(); l++) {
                for (int j = 0; j < hidden.get(l).units(); j++) {
                    seen.get(l).set(j, seen.get(l).get(j).with(hidden.get(l).activation(), z.get(l).get(j), 1));
                }
            }
        });
        return completed(network, seen, data.size());
    }

    /** The layers up to the first smooth one, whose pre-activations are rational whatever its activation is. */
    private static Network belowSmoothUnits(Network network) {
        List<Layer> layers = new ArrayList<>();
        for (Layer layer : network.layers()) {
            if (!layer.activation().isRational()) {
                layers.add(new Layer(layer.weights(), layer.bias(), Activation.IDENTITY));
                break;
            }
            layers.add(layer);
        }
        return new Network(layers);
    }

    /** The units of each hidden layer without data: known are those that hear only inactive units, or nothing. */
    static List<List<Observed>> forEveryInput(Network network) {
        return completed(network, new ArrayList<>(), 1);
    }

    /**
     * What is known of the layers above those that were seen.
     *
     * @param inputs how many these are known for
     */
    private static List<List<Observed>> completed(Network network, List<List<Observed>> seen, int inputs) {
        List<Layer> hidden = hidden(network);
        for (Layer layer : hidden.subList(seen.size(), hidden.size())) {
            List<Observed> below = seen.isEmpty() ? List.of() : seen.get(seen.size() - 1);
            List<Observed> units = new ArrayList<>();
            for (int j = 0; j < layer.units(); j++) {
                units.add(hearsNothing(layer.weights().row(j), below)
                        ? NOTHING.with(layer.activation(), bias(layer, j), inputs) : NOTHING);
            }
            seen.add(units);
        }
        return seen;
    }

    private static List<Layer> hidden(Network network) {
        return network.layers().subList(0, network.layers().size() - 1);
    }

    private static boolean hearsNothing(Vector incoming, List<Observed> below) {
        for (int k = 0; k < incoming.size(); k++) {
            if (incoming.get(k).signum() != 0 && (below.isEmpty() || !below.get(k).isNeverActive())) {
                return false;
            }
        }
        return true;
    }

    private static BigFraction bias(Layer layer, int j) {
        return layer.bias().map(b -> b.get(j)).orElse(BigFraction.ZERO);
    }

    /** @param more how many inputs have this z */
    private Observed with(Activation activation, BigFraction z, int more) {
        return new Observed(inputs + more, negative + (z.signum() < 0 ? more : 0),
                atKink + (activation.hasKinkAt(z) ? more : 0), active + (activation.isZeroAt(z) ? 0 : more));
    }

    boolean isAlwaysNegative() {
        return inputs > 0 && negative == inputs;
    }

    boolean isAlwaysAtKink() {
        return inputs > 0 && atKink == inputs;
    }

    boolean isNeverActive() {
        return inputs > 0 && active == 0;
    }
}
