package org.stillpoint.graph.operation;

import java.util.List;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** {@code x - y}, of equal shapes. */
record Difference() implements OfTwo, ShapeRule {

    @Override
    public Tensor result(Tensor x, Tensor y) {
        Shapes.requireEqual(this, x.shape(), y.shape());
        return x.minus(y);
    }

    @Override
    public Shape of(List<Shape> operands) {
        return Shapes.requireEqual(this, operands.get(0), operands.get(1));
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x && y;
    }

    @Override
    public boolean keeps(boolean y, boolean z) {
        return y;
    }

    @Override
    public String toString() {
        return "difference";
    }
}
