package org.stillpoint.graph.operation;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.tensor.Tensor;

/** The sums of x over all that belongs to the same entry of y, times a factor: how the error of a sum with copies goes back. */
record SumsLike(BigFraction factor) implements OfTwo {

    @Override
    public Tensor result(Tensor x, Tensor y) {
        return Broadcast.sums(x, y.shape()).times(factor);
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    @Override
    public String toString() {
        return (factor.signum() < 0 ? "difference" : "sum") + " with copies, back";
    }
}
