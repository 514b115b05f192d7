package org.stillpoint.symmetry;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.enclosure.Exact;
import org.stillpoint.enclosure.Real;
import org.stillpoint.engine.Certainty;
import org.stillpoint.training.Enclosing;
import org.stillpoint.training.Evaluation;

/** Looks at the units of each hidden layer, on samples or whatever the input is. */
final class Observations {

    /** Of an enclosure only the sign is asked for. */
    private static final Certainty CERTAINTY = new Certainty(20, 1024);

    private Observations() {
    }

    /**
     * The units of each hidden layer on all samples.
     *
     * @throws DomainException if the data does not fit the network
     */
    static List<List<Observed>> on(Network network, DataSet data) {
        Evaluation.requireFit(network, data);
        List<List<Observed>> seen = new ArrayList<>();
        preactivations(network, data).forEach(z -> add(seen, network, z));
        return completed(network, seen, data.size());
    }

    /** Those of each sample: of all layers, or of those up to the first smooth one if enclosures of all cannot be had. */
    private static Stream<List<List<Real>>> preactivations(Network network, DataSet data) {
        if (!network.isRational()) {
            try {
                return Enclosing.preactivations(network, data, CERTAINTY).stream();
            } catch (DomainException undecided) {
                // what is exact is known all the same
            }
        }
        return Evaluation.preactivations(belowSmoothUnits(network), data.inputs()).map(Observations::exact);
    }

    private static List<List<Real>> exact(List<Vector> z) {
        return z.stream().map(vector -> vector.entries().stream().<Real>map(Exact::new).toList()).toList();
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

    private static void add(List<List<Observed>> seen, Network network, List<List<Real>> z) {
        List<Layer> hidden = hidden(network);
        for (int l = 0; l < Math.min(hidden.size(), z.size()); l++) {
            if (l == seen.size()) {
                seen.add(new ArrayList<>(Stream.generate(() -> Observed.NOTHING).limit(hidden.get(l).units()).toList()));
            }
            for (int j = 0; j < hidden.get(l).units(); j++) {
                seen.get(l).set(j, seen.get(l).get(j).with(hidden.get(l).activation(), z.get(l).get(j)));
            }
        }
    }

    /** The units of each hidden layer without data: known are those that hear only inactive units, or nothing. */
    static List<List<Observed>> forEveryInput(Network network) {
        return completed(network, new ArrayList<>(), 1);
    }

    /**
     * Adds what is known of the layers above those that were seen.
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
                        ? Observed.NOTHING.with(layer.activation(), bias(layer, j), inputs) : Observed.NOTHING);
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
}
