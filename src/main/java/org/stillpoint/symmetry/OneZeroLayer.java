package org.stillpoint.symmetry;

import java.util.stream.Stream;

/**
 * A network of one layer, all zero.
 *
 * <p>ZERO-11: "one layer without bias", "a constant feature does for a bias"; the perceptron loss, single samples, one positive
 * rate, no momentum and no weight decay, inputs that a hyperplane through the origin separates. The perceptron has no activation
 * on its output.
 */
final class OneZeroLayer implements Rule {

    @Override
    public Stream<Consequence> apply(Situation situation) {
        boolean zero = !situation.hasHiddenLayer() && situation.hasPlainOutput() && situation.weightsAreZero()
                && Situation.hasZeroBias(situation.last());
        return zero ? Stream.of(Consequence.ofNetwork("ZERO-11",
                "a linear classifier starts well from zero: under the perceptron loss, one "
                + "sample a step, it makes finitely many mistakes on linearly separable data")) : Stream.empty();
    }
}
