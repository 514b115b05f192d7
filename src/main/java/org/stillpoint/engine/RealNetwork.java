package org.stillpoint.engine;

import java.util.List;
import org.stillpoint.domain.Network;

/**
 * A network whose parameters are real numbers.
 *
 * @param shape a network of the same widths, activations and biases, whose own parameters play no part
 */
public record RealNetwork(Network shape, List<RealLayer> layers) {

    public RealNetwork {
        layers = List.copyOf(layers);
    }

    public static RealNetwork of(Network network) {
        return new RealNetwork(network, network.layers().stream().map(RealLayer::of).toList());
    }
}
