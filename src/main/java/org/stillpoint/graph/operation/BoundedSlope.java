package org.stillpoint.graph.operation;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.tensor.Tensor;

/**
 * The derivative of bounds at each entry: 1 between them and 0 beyond.
 *
 * @param atBounds what it is at a bound
 */
record BoundedSlope(Bounded bounds, BigFraction atBounds) implements OfOne {

    BoundedSlope {
        ExactNumber.requirePlain(atBounds);
    }

    @Override
    public Tensor result(Tensor x) {
        return x.map(this::slope);
    }

    private BigFraction slope(BigFraction entry) {
        return bounds.isBound(entry) ? atBounds : bounds.value(entry).equals(entry) ? BigFraction.ONE : BigFraction.ZERO;
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x && slope(BigFraction.ZERO).signum() == 0;
    }

    @Override
    public String toString() {
        return "slope of " + bounds;
    }
}
