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
 * @param inputs how many were looked at: all samples; without data 1 for a unit whose z is the same for every input, else 0
 * @param negative of these, how many have z < 0
 * @param atKink how many have z where the activation has a kink
 * @param active how many have sigma(z) not 0
 */
record Observed(int inputs, int negative, int atKink, int active) {

    private static final Observed NOTHING = new Observed(0, 0, 0, 0);

    /** The units of each hidden layer on all samples. */
    static List<List<Observed>> on(Network network, DataSet data) {
        List<Layer> hidden = network.layers().subList(0, network.layers().size() - 1);
        List<List<Observed>> seen = new ArrayList<>();
        hidden.forEach(layer -> seen.add(new ArrayList<>(Stream.generate(() -> NOTHING).limit(layer.units()).toList())));
        Evaluation.preactivations(network, data).forEach(z -> {
            for (int l = 0; l < hidden.size(); l++) {
                for (int j = 0; j < hidden.get(l).units(); j++) {
                    seen.get(l).set(j, seen.get(l).get(j).with(hidden.get(l).activation(), z.get(l).get(j)));
                }
            }
        });
        return seen;
    }

    /** The units of each hidden layer without data: known are those that hear only inactive units, or nothing. */
    static List<List<Observed>> forEveryInput(Network network) {
        List<List<Observed>> seen = new ArrayList<>();
        for (Layer layer : network.layers().subList(0, network.layers().size() - 1)) {
            List<Observed> below = seen.isEmpty() ? List.of() : seen.get(seen.size() - 1);
            List<Observed> units = new ArrayList<>();
            for (int j = 0; j < layer.units(); j++) {
                units.add(hearsNothing(layer.weights().row(j), below)
                        ? NOTHING.with(layer.activation(), bias(layer, j)) : NOTHING);
            }
            seen.add(units);
        }
        return seen;
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

    private Observed with(Activation activation, BigFraction z) {
        return new Observed(inputs + 1, negative + (z.signum() < 0 ? 1 : 0), atKink + (activation.hasKinkAt(z) ? 1 : 0),
                active + (activation.isZeroAt(z) ? 0 : 1));
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
