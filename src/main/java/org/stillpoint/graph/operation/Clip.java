package org.stillpoint.graph.operation;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.tensor.Tensor;

/**
 * Each entry cut off at a bound and at its negative.
 *
 * @param bound above 0
 */
record Clip(BigFraction bound) implements OfOne {

    Clip {
        requireBound(bound);
    }

    @Override
    public Tensor result(Tensor x) {
        return x.map(entry -> entry.abs().compareTo(bound) <= 0 ? entry : bound.multiply(entry.signum()));
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    static void requireBound(BigFraction bound) {
        ExactNumber.requirePlain(bound);
        if (bound.signum() <= 0) {
            throw new DomainException("a bound of " + ExactNumber.write(bound) + ", expected one above 0");
        }
    }

    @Override
    public String toString() {
        return "clipping at " + ExactNumber.write(bound);
    }
}
