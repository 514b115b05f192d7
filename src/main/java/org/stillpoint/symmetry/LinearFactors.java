package org.stillpoint.symmetry;

import java.util.stream.Stream;
import org.stillpoint.domain.Activation;

/**
 * Two linear layers, the second of which is zero.
 *
 * <p>ZERO-14: "in a network f = B A x with a linear hidden layer"; "stuck if both factors are zero. If only B is zero, B moves in the first
 * step for every sample with g not 0 and A x not 0, and A in the second". A hidden bias has to be zero; an output bias only changes g.
 */
final class LinearFactors implements Rule {

    @Override
    public Stream<Consequence> apply(Situation situation) {
        return areFactors(situation) && situation.last().weights().isZero()
                ? Stream.of(Consequence.ofNetwork("ZERO-14", situation.weightsAreZero()
                        ? "both factors of B A x are zero: neither ever moves, whatever the loss"
                        : "B = 0 and A is not: a sample with an error and A x not 0 moves B in the first step and A in the second"))
                : Stream.empty();
    }

    static boolean areFactors(Situation situation) {
        return situation.hasOneHiddenLayer() && situation.hiddenBiasesAreZero()
                && situation.hidden().get(0).activation() == Activation.IDENTITY;
    }
}
