package org.stillpoint.graph.operation;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** The mean of what a window sees; padding counts as zeros. */
record MeanPooling(Pooling pooling) implements OfOne, ShapeRule {

    @Override
    public Tensor result(Tensor x) {
        int[][] seen = pooling.seen(x.shape());
        return Tensor.at(of(List.of(x.shape())), place -> Arrays.stream(pooling.seen(x.shape(), seen, place))
                .filter(at -> at >= 0).mapToObj(x::entry).reduce(BigFraction.ZERO, BigFraction::add).multiply(share()));
    }

    @Override
    public Shape of(List<Shape> operands) {
        return pooling.result(operands.get(0));
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    /** The part of the mean that one entry is. */
    BigFraction share() {
        return new BigFraction(1, pooling.window().entries());
    }

    @Override
    public String toString() {
        return "mean pooling by " + pooling;
    }
}
