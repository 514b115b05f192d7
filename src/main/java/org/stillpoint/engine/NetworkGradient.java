package org.stillpoint.engine;

import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;

/** The derivatives by every parameter, in the shape of the network. */
public record NetworkGradient(List<LayerGradient> layers) {

    public NetworkGradient {
        layers = List.copyOf(layers);
    }

    /** Every derivative in the order of {@link org.stillpoint.domain.Network#parameters()}. */
    public List<BigFraction> parameters() {
        return layers.stream().flatMap(layer -> Stream.concat(layer.weights().rows().stream(), layer.bias().stream())
                .flatMap(vector -> vector.entries().stream())).toList();
    }
}
