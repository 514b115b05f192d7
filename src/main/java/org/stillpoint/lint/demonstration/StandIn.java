package org.stillpoint.lint.demonstration;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.SmoothActivation;
import org.stillpoint.graph.operation.Differentiable;
import org.stillpoint.graph.operation.Forward;
import org.stillpoint.modelfile.network.PointwiseFunction;

/** Functions of a number; in place of those that are not rational, rational ones of the same kind, as runs have to stay exact. */
final class StandIn {

    private StandIn() {
    }

    /** @throws DomainException if nothing is known of the function but its name */
    static Differentiable of(PointwiseFunction function) {
        if (function instanceof PointwiseFunction.Affine affine) {
            return Forward.affine(affine.factor(), affine.addend());
        }
        if (function instanceof PointwiseFunction.Clip clip) {
            return Forward.bounded(clip.low(), clip.high(), BigFraction.ZERO);
        }
        if (function instanceof PointwiseFunction.Of of) {
            return Forward.activation(of.activation() instanceof SmoothActivation smooth ? rational(smooth) : of.activation(),
                    KinkDerivatives.all(BigFraction.ZERO));
        }
        throw new DomainException("the function " + ((PointwiseFunction.Named) function).name()
                + ", of which nothing is known but its name");
    }

    /** With a slope everywhere, and 0 at 0 if the other one is. */
    private static Activation rational(SmoothActivation smooth) {
        return smooth.mapsZeroToZero() ? Activation.SOFTSIGN : Activation.RATIONAL_SIGMOID;
    }
}
