package org.stillpoint.graph.operation;

import java.util.List;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** The sum of the products of entries at the same places, a number; x and y have equal shapes. */
record InnerProduct() implements OfTwo, ShapeRule {

    @Override
    public Tensor result(Tensor x, Tensor y) {
        Shapes.requireEqual(this, x.shape(), y.shape());
        return Tensor.of(Shape.NUMBER, x.innerProduct(y));
    }

    @Override
    public Shape of(List<Shape> operands) {
        Shapes.requireEqual(this, operands.get(0), operands.get(1));
        return Shape.NUMBER;
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x || y;
    }

    @Override
    public String toString() {
        return "inner product";
    }
}
