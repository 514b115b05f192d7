package org.stillpoint.graph.operation;

import java.util.List;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** {@code y x}: a tensor x of any shape, a number y. */
record Scale() implements OfTwo, ShapeRule {

    @Override
    public Tensor result(Tensor x, Tensor y) {
        Shapes.requireNumber(this, y.shape());
        return x.times(y.number());
    }

    @Override
    public Shape of(List<Shape> operands) {
        Shapes.requireNumber(this, operands.get(1));
        return operands.get(0);
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x || y;
    }

    @Override
    public String toString() {
        return "scaling";
    }
}
