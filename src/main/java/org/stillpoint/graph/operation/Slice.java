package org.stillpoint.graph.operation;

import java.util.List;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/**
 * The entries of x with indices along an axis from one on, up to and without another.
 *
 * @param from from 0
 * @param to above from
 */
record Slice(int axis, int from, int to) implements OfOne, ShapeRule {

    @Override
    public Tensor result(Tensor x) {
        Shapes.requirePart(this, x.shape(), axis, from, to);
        return x.slice(axis, from, to);
    }

    @Override
    public Shape of(List<Shape> operands) {
        Shapes.requirePart(this, operands.get(0), axis, from, to);
        return operands.get(0).withSize(axis, to - from);
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    @Override
    public String toString() {
        return "slice " + from + " to " + to + " of axis " + axis;
    }
}
