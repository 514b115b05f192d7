package org.stillpoint.symmetry;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;

/**
 * A network before its training.
 *
 * @param data what it will be trained on, if that is known
 * @param observed for each hidden layer, unit by unit, what is known of its pre-activations
 */
record Situation(Network network, Optional<DataSet> data, List<List<Observed>> observed) {

    static Situation of(Network network, Optional<DataSet> data) {
        return new Situation(network, data,
                data.map(samples -> Observations.on(network, samples)).orElseGet(() -> Observations.forEveryInput(network)));
    }

    /** Every layer but the last. */
    List<Layer> hidden() {
        return network.layers().subList(0, network.layers().size() - 1);
    }

    Layer last() {
        return network.layers().get(network.layers().size() - 1);
    }

    boolean hasHiddenLayer() {
        return network.layers().size() > 1;
    }

    /** Whether the output is what the last layer sums up, with no activation of its own. */
    boolean hasPlainOutput() {
        return network.outputActivation() == Activation.IDENTITY;
    }

    boolean hasOneHiddenLayer() {
        return network.layers().size() == 2;
    }

    boolean hiddenBiasesAreZero() {
        return hidden().stream().allMatch(Situation::hasZeroBias);
    }

    boolean weightsAreZero() {
        return network.layers().stream().allMatch(layer -> layer.weights().isZero());
    }

    /** Whether all is zero but for an output bias, of which nothing is asked. */
    boolean isZeroBelowTheOutputBias() {
        return weightsAreZero() && hiddenBiasesAreZero();
    }

    /** Whether there is no bias, or it is zero: a bias that is absent is never trained, one that is zero may be. */
    static boolean hasZeroBias(Layer layer) {
        return layer.bias().stream().allMatch(Vector::isZero);
    }

    /** The units of a hidden layer, counted from 0, for which a condition holds. */
    List<Integer> unitsOf(int hiddenLayer, IntPredicate condition) {
        return IntStream.range(0, hidden().get(hiddenLayer).units()).filter(condition).boxed().toList();
    }

    /** Where the pre-activations that are known were looked at, for a sentence. */
    String everywhere() {
        return data.isPresent() ? "on every sample" : "for every input";
    }
}
