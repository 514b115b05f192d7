package org.stillpoint.graph.operation;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.tensor.Tensor;

/**
 * {@code x / (1 - y)}: a running mean x that began at zero, and the power y of its share, a number other than 1 (Kingma, Ba,
 * "Adam", 2015).
 */
record Unbiased() implements OfTwo {

    @Override
    public Tensor result(Tensor x, Tensor y) {
        Shapes.requireNumber(this, y.shape());
        BigFraction weight = BigFraction.ONE.subtract(y.number());
        if (weight.signum() == 0) {
            throw new DomainException(this + " of the share 1, expected another number");
        }
        return x.times(weight.reciprocal());
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    @Override
    public boolean keeps(boolean y, boolean z) {
        return y;
    }

    @Override
    public String toString() {
        return "mean without bias";
    }
}
