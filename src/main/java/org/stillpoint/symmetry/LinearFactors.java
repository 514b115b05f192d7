package org.stillpoint.symmetry;

import java.util.stream.Stream;
import org.stillpoint.domain.Activation;

/**
 * Two linear layers, the second of which is zero.
 *
 * <p>ZERO-14: "in a network f = B A x, with a linear hidden layer, without biases"; "stuck if both factors are zero. If only B is
 * zero, then on a single sample for both steps, without momentum and weight decay, B moves in the first step if the rate, g and A
 * x are not 0, and A in the second if the errors of both steps are not 0". A hidden bias has to be zero here; an output bias only
 * changes g.
 */
final class LinearFactors implements Rule {

    @Override
    public Stream<Consequence> apply(Situation situation) {
        return areFactors(situation) && situation.last().weights().isZero()
                ? Stream.of(Consequence.ofNetwork("ZERO-14", situation.weightsAreZero()
                        ? "both factors of B A x are zero: neither ever moves, whatever the loss"
                        : "B = 0 and A is not: a sample with an error and A x not 0 moves B in the first step and A in the "
                        + "second"))
                : Stream.empty();
    }

    static boolean areFactors(Situation situation) {
        return situation.hasOneHiddenLayer() && situation.hiddenBiasesAreZero()
                && situation.hidden().get(0).activation() == Activation.IDENTITY;
    }
}
