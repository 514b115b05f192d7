package org.stillpoint.graph.operation;

import java.util.Arrays;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.tensor.Tensor;

/** The error g of max pooling of x: each entry goes to the largest entry that its window sees. */
record MaxPoolingError(MaxPooling forward) implements OfTwo {

    @Override
    public Tensor result(Tensor g, Tensor x) {
        int[] largest = forward.largest(x);
        Shapes.requireEqual(this, g.shape(), forward.pooling().result(x.shape()));
        BigFraction[] error = new BigFraction[x.shape().entries()];
        Arrays.fill(error, BigFraction.ZERO);
        for (int place = 0; place < largest.length; place++) {
            error[largest[place]] = error[largest[place]].add(g.entry(place));
        }
        return Tensor.of(x.shape(), error);
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    @Override
    public String toString() {
        return forward + ", back";
    }
}
