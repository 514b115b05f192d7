package org.stillpoint.graph.operation;

import java.util.List;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** {@code y_1 x}: how an error goes back through a line that is the same along an axis. */
record AffineAcrossError(AffineAcross forward) implements OfTwo {

    @Override
    public Tensor result(Tensor x, Tensor y) {
        Shape shape = forward.of(List.of(x.shape(), y.shape()));
        return Tensor.byIndex(shape, at -> forward.number(y, 1, shape, at).multiply(x.get(at)));
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x || y;
    }

    @Override
    public String toString() {
        return forward + ", back";
    }
}
