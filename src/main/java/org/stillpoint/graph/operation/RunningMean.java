package org.stillpoint.graph.operation;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.tensor.Tensor;

/**
 * {@code b x + (1 - b) y}, of equal shapes: a mean x that what is new, y, has a share in.
 *
 * @param share b, from 0 to below 1
 */
record RunningMean(BigFraction share) implements OfTwo {

    RunningMean {
        ExactNumber.requirePlain(share);
        if (share.signum() < 0 || share.compareTo(BigFraction.ONE) >= 0) {
            throw new DomainException("a share of " + ExactNumber.write(share) + ", expected one from 0 to below 1");
        }
    }

    @Override
    public Tensor result(Tensor x, Tensor y) {
        Shapes.requireEqual(this, x.shape(), y.shape());
        return x.times(share).plus(y.times(BigFraction.ONE.subtract(share)));
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return (x || share.signum() == 0) && y;
    }

    @Override
    public String toString() {
        return "running mean with " + ExactNumber.write(share);
    }
}
