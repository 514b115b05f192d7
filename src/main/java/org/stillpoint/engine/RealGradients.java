package org.stillpoint.engine;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.enclosure.Exact;
import org.stillpoint.enclosure.Real;

/** The mean gradient over some data, in the shape of the network, with the mean loss at the same point. */
public record RealGradients(Real loss, List<RealLayer> layers) {

    public RealGradients {
        layers = List.copyOf(layers);
    }

    public static RealGradients of(BigFraction loss, NetworkGradient gradient) {
        return new RealGradients(new Exact(loss), layers(gradient));
    }

    static List<RealLayer> layers(NetworkGradient gradient) {
        return gradient.layers().stream().map(RealLayer::of).toList();
    }
}
