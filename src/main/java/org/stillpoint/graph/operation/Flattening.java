package org.stillpoint.graph.operation;

import java.util.List;
import org.stillpoint.domain.DomainException;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** The entries of x in the same order, all axes behind the first as one. */
record Flattening() implements OfOne, ShapeRule {

    @Override
    public Tensor result(Tensor x) {
        return x.reshape(of(List.of(x.shape())));
    }

    @Override
    public Shape of(List<Shape> operands) {
        Shape x = operands.get(0);
        if (x.axes() < 1) {
            throw new DomainException(this + " of a number, expected an axis or more");
        }
        return Shape.of(x.size(0), x.entries() / x.size(0));
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    @Override
    public String toString() {
        return "flattening";
    }
}
