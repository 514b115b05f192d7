package org.stillpoint.symmetry;

import java.util.stream.Stream;
import org.stillpoint.domain.Activation;

/**
 * The first layer is zero, and not all the weights above it.
 *
 * <p>PART-2: "ReLU, no weight decay, velocity zero at the start; all hidden biases zero if there are several hidden layers", and "the
 * derivative of ReLU at 0 is taken as 0".
 */
final class ZeroFirstLayer implements Rule {

    @Override
    public Stream<Consequence> apply(Situation situation) {
        boolean zero = situation.hasHiddenLayer() && situation.hidden().get(0).weights().isZero() && !situation.weightsAreZero()
                && situation.hiddenBiasesAreZero()
                && situation.hidden().stream().allMatch(layer -> layer.activation() == Activation.RELU);
        return zero ? Stream.of(Consequence.ofUnits("PART-2", 1, situation.unitsOf(0, unit -> true),
                "with ReLU'(0) = 0 and without weight decay nothing "
                        + (situation.last().bias().isPresent() ? "but the output bias ever changes" : "ever changes"))) : Stream.empty();
    }
}
