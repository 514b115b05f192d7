package org.stillpoint.engine;

import java.util.List;
import java.util.Optional;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Vector;
import org.stillpoint.enclosure.Exact;
import org.stillpoint.enclosure.Real;

/** The parameters of one layer, or the derivatives by them: weights (units out x units in), bias if it has one. */
public record RealLayer(List<List<Real>> weights, Optional<List<Real>> bias) {

    public RealLayer {
        weights = weights.stream().map(List::copyOf).toList();
        bias = bias.map(List::copyOf);
    }

    public static RealLayer of(Layer layer) {
        return new RealLayer(vectors(layer.weights().rows()), layer.bias().map(RealLayer::vector));
    }

    public static RealLayer of(LayerGradient gradient) {
        return new RealLayer(vectors(gradient.weights().rows()), gradient.bias().map(RealLayer::vector));
    }

    static List<Real> vector(Vector vector) {
        return vector.entries().stream().<Real>map(Exact::new).toList();
    }

    static List<List<Real>> vectors(List<Vector> vectors) {
        return vectors.stream().map(RealLayer::vector).toList();
    }
}
