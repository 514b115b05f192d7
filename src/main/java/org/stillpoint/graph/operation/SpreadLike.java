package org.stillpoint.graph.operation;

import java.util.List;
import org.stillpoint.tensor.Tensor;

/**
 * Copies of x along axes of y that x does not have: how the error of a sum goes to what was summed.
 *
 * @param mean whether each is divided by their number, as for a mean
 */
record SpreadLike(List<Integer> axes, boolean mean) implements OfTwo {

    SpreadLike {
        axes = List.copyOf(axes);
    }

    @Override
    public Tensor result(Tensor x, Tensor y) {
        Tensor spread = Axes.spread(x, y.shape(), axes);
        return mean ? spread.times(Axes.share(y.shape(), axes)) : spread;
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    @Override
    public String toString() {
        return (mean ? "mean" : "sum") + " over axes " + axes + ", back";
    }
}
