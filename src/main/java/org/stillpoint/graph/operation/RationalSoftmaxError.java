package org.stillpoint.graph.operation;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.tensor.Tensor;

/** The error g of a rational softmax of x, whose weights have the logarithmic derivative {@code 2 / (1 + 2 |x|)}. */
record RationalSoftmaxError() implements OfTwo {

    @Override
    public Tensor result(Tensor g, Tensor x) {
        Tensor error = new SoftmaxError().result(g, new RationalSoftmax().result(x));
        return error.zip(x, (e, entry) -> e.multiply(2).divide(RationalSoftmax.both(entry)));
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    @Override
    public String toString() {
        return "rational softmax, back";
    }
}
