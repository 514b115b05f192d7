package org.stillpoint.symmetry;

import java.util.stream.Stream;
import org.stillpoint.domain.Activation;

/**
 * The first layer is zero, and not all the weights above it.
 *
 * <p>PART-2: "in a network of ReLUs whose derivative at 0 is taken as 0, if the weights of the first layer, all hidden biases and
 * the velocity start at zero", "without weight decay".
 */
final class ZeroFirstLayer implements Rule {

    @Override
    public Stream<Consequence> apply(Situation situation) {
        boolean zero = situation.hasHiddenLayer() && situation.hidden().get(0).weights().isZero() && !situation.weightsAreZero()
                && situation.hiddenBiasesAreZero()
                && situation.hidden().stream().allMatch(layer -> layer.activation() == Activation.RELU);
        return zero ? Stream.of(Consequence.ofUnits("PART-2", 1, situation.unitsOf(0, unit -> true),
                "with ReLU'(0) = 0 and without weight decay nothing "
                        + (situation.last().bias().isPresent() ? "but the output bias ever changes" : "ever changes")))
                        : Stream.empty();
    }
}
