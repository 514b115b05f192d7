package org.stillpoint.modelfile.network;

import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;

/** A function of a number. */
public sealed interface PointwiseFunction {

    /** One of the activations, with the derivative 0 at kinks of ReLU's kind. */
    record Of(Activation activation) implements PointwiseFunction {
    }

    /** {@code factor x + addend}. */
    record Affine(BigFraction factor, BigFraction addend) implements PointwiseFunction {
    }

    /** x, but no less and no more than that, if there are bounds. */
    record Clip(Optional<BigFraction> low, Optional<BigFraction> high) implements PointwiseFunction {
    }

    /**
     * Another one, of which is known only that it is a function.
     *
     * @param zeroToZero whether it is 0 at 0
     */
    record Named(String name, boolean zeroToZero) implements PointwiseFunction {
    }
}
