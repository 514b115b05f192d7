package org.stillpoint.graph.operation;

import java.util.List;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/**
 * The sums, or the means, along axes, which are gone then: pooling over a whole picture, the mean over samples.
 *
 * @param axes each once, ascending, from 0
 */
record SumOver(List<Integer> axes, boolean mean) implements OfOne, ShapeRule {

    SumOver {
        axes = List.copyOf(axes);
    }

    @Override
    public Tensor result(Tensor x) {
        Tensor sums = Axes.sum(x, axes);
        return mean ? sums.times(Axes.share(x.shape(), axes)) : sums;
    }

    @Override
    public Shape of(List<Shape> operands) {
        return Axes.without(operands.get(0), axes);
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    @Override
    public String toString() {
        return (mean ? "mean" : "sum") + " over axes " + axes;
    }
}
