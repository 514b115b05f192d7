package org.stillpoint.graph.operation;

import java.util.List;
import org.stillpoint.domain.DomainException;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** The entries of x in the same order and another shape. */
record Reshape(Shape shape) implements OfOne, ShapeRule {

    @Override
    public Tensor result(Tensor x) {
        return x.reshape(of(List.of(x.shape())));
    }

    @Override
    public Shape of(List<Shape> operands) {
        if (operands.get(0).entries() != shape.entries()) {
            throw new DomainException(this + " of the shape " + operands.get(0) + ", expected one of " + shape.entries()
                    + " entries");
        }
        return shape;
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    @Override
    public String toString() {
        return "reshape to " + shape;
    }
}
