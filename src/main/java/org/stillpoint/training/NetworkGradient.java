package org.stillpoint.training;

import java.util.List;

/** The derivatives by every parameter, in the shape of the network. */
public record NetworkGradient(List<LayerGradient> layers) {

    public NetworkGradient {
        layers = List.copyOf(layers);
    }
}
