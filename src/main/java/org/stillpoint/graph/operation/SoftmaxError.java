package org.stillpoint.graph.operation;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.tensor.Tensor;

/** The error g of a softmax whose result is p: {@code p (g - sum g p)} with sums over rows. */
record SoftmaxError() implements OfTwo {

    @Override
    public Tensor result(Tensor g, Tensor p) {
        Shapes.requireEqual(this, g.shape(), p.shape());
        Tensor sums = Rows.sums(g.zip(p, BigFraction::multiply), Rows.length(this, g.shape()));
        return g.minus(sums).zip(p, BigFraction::multiply);
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x || y;
    }

    @Override
    public String toString() {
        return "softmax, back";
    }
}
