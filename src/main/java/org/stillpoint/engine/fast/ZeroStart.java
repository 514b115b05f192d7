package org.stillpoint.engine.fast;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;

/**
 * From all parameters zero, with at least two layers and sigma(0) = 0 in the hidden ones, only the output bias moves
 * (ZERO-2, ZERO-6) and the network is that constant (ZERO-4): as one layer, trained on samples of one input 0.
 */
final class ZeroStart {

    private ZeroStart() {
    }

    static boolean isOne(Network start) {
        if (start.layers().size() == 1) {
            return false;
        }
        for (Layer layer : start.layers()) {
            if (!isZero(layer) || !layer.activation().mapsZeroToZero()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZero(Layer layer) {
        for (Vector row : layer.weights().rows()) {
            if (!isZero(row)) {
                return false;
            }
        }
        return layer.bias().isEmpty() || isZero(layer.bias().get());
    }

    private static boolean isZero(Vector vector) {
        for (BigFraction number : vector.entries()) {
            if (number.signum() != 0) {
                return false;
            }
        }
        return true;
    }

    static Network constant(Network start) {
        Layer last = last(start);
        return Network.of(new Layer(Matrix.constant(last.units(), 1, BigFraction.ZERO), last.bias(), last.activation()));
    }

    static DataSet withoutInputs(DataSet data) {
        Vector zero = Vector.zeros(1);
        return new DataSet(data.inputs().stream().map(input -> zero).toList(), data.targets());
    }

    /** The whole network with the output bias of the trained constant. */
    static Network whole(Network start, Network constant) {
        List<Layer> layers = new ArrayList<>(start.layers());
        layers.set(layers.size() - 1, new Layer(last(start).weights(), last(constant).bias(), last(start).activation()));
        return new Network(layers);
    }

    private static Layer last(Network network) {
        return network.layers().get(network.layers().size() - 1);
    }
}
