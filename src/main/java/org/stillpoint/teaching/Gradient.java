package org.stillpoint.teaching;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.NetworkGradient;
import org.stillpoint.engine.Trace;
import org.stillpoint.teaching.paper.Block;
import org.stillpoint.training.Training;

/** The gradient of a network over all of its data, with the passes that lead to it. */
record Gradient(Given given, Trace trace) {

    /** With the passes of all samples in one batch. */
    static Gradient of(Network network, DataSet data, Numbers numbers, Loss loss) {
        Given given = new Given(network, data, numbers.settings(loss, 1, data.size()));
        return new Gradient(given, Training.trace(network, data, given.settings()));
    }

    NetworkGradient value() {
        return trace.steps().get(0).gradients();
    }

    /** The derivatives by the weights of a layer, counted from 1. */
    Matrix weights(int layer) {
        return value().layers().get(layer - 1).weights();
    }

    /** The derivative by the bias of a layer, counted from 1. */
    Vector bias(int layer) {
        return value().layers().get(layer - 1).bias().orElseThrow();
    }

    /** That of a sample, counted from 0. */
    BigFraction output(int sample) {
        return trace.steps().get(0).samples().get(sample).output().get(0);
    }

    /** The derivative of the loss of a sample, counted from 0, by its output. */
    BigFraction error(int sample) {
        List<Vector> deltas = trace.steps().get(0).samples().get(sample).deltas();
        return deltas.get(deltas.size() - 1).get(0);
    }

    /** Whether it is short, and some derivative by a weight of the first layer is not 0. */
    boolean isFit() {
        return Short.is(trace) && !weights(1).isZero();
    }

    List<Block> working() {
        return Passes.of(trace.steps().get(0));
    }
}
