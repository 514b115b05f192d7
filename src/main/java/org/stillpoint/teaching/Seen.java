package org.stillpoint.teaching;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.NetworkGradient;
import org.stillpoint.engine.Trace;

/** A training and what can be seen along it; layers and units count from 1 here, as in what is said of them. */
record Seen(Given given, Trace trace) {

    Network start() {
        return given.network();
    }

    Network end() {
        return trace.steps().get(trace.steps().size() - 1).network();
    }

    /** The gradient of the first step. */
    NetworkGradient gradient() {
        return trace.steps().get(0).gradients();
    }

    /** The start, then the network after each step. */
    List<Network> networks() {
        return Stream.concat(Stream.of(start()), trace.steps().stream().map(step -> step.network())).toList();
    }

    /** Whether the weights of a layer never change. */
    boolean weightsStill(int layer) {
        return networks().stream().allMatch(network -> layer(network, layer).weights().equals(layer(start(), layer).weights()));
    }

    /** Whether the bias of a layer never changes, or it has none. */
    boolean biasStill(int layer) {
        return networks().stream().allMatch(network -> layer(network, layer).bias().equals(layer(start(), layer).bias()));
    }

    /** Whether neither the incoming weights of a unit nor its bias ever change. */
    boolean unitStill(int layer, int unit) {
        return networks().stream().allMatch(network -> unit(network, layer, unit).equals(unit(start(), layer, unit)));
    }

    /** Whether nothing but the output bias ever changes. */
    boolean onlyOutputBias() {
        int depth = start().layers().size();
        return IntStream.rangeClosed(1, depth).allMatch(l -> weightsStill(l) && (l == depth || biasStill(l)));
    }

    boolean nothing() {
        return networks().stream().allMatch(start()::equals);
    }

    static Layer layer(Network network, int layer) {
        return network.layers().get(layer - 1);
    }

    /** The incoming weights of a unit, and its bias if it has one. */
    static List<Vector> unit(Network network, int layer, int unit) {
        return Stream.concat(Stream.of(layer(network, layer).weights().row(unit - 1)),
                layer(network, layer).bias().map(bias -> Vector.of(bias.get(unit - 1))).stream()).toList();
    }
}
