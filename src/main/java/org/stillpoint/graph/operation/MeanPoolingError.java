package org.stillpoint.graph.operation;

import java.util.Arrays;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.tensor.Tensor;

/** The error g of mean pooling of x: each entry goes in equal parts to all that its window sees. */
record MeanPoolingError(MeanPooling forward) implements OfTwo {

    @Override
    public Tensor result(Tensor g, Tensor x) {
        Pooling pooling = forward.pooling();
        Shapes.requireEqual(this, g.shape(), pooling.result(x.shape()));
        int[][] seen = pooling.seen(x.shape());
        BigFraction[] error = new BigFraction[x.shape().entries()];
        Arrays.fill(error, BigFraction.ZERO);
        for (int place = 0; place < g.shape().entries(); place++) {
            BigFraction part = g.entry(place).multiply(forward.share());
            Arrays.stream(pooling.seen(x.shape(), seen, place)).filter(at -> at >= 0)
                    .forEach(at -> error[at] = error[at].add(part));
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
