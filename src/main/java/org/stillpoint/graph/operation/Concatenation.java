package org.stillpoint.graph.operation;

import java.util.List;
import org.stillpoint.domain.DomainException;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** x and behind it y, along an axis; all other axes have the same sizes. */
record Concatenation(int axis) implements OfTwo, ShapeRule {

    @Override
    public Tensor result(Tensor x, Tensor y) {
        of(List.of(x.shape(), y.shape()));
        return x.concatenate(y, axis);
    }

    @Override
    public Shape of(List<Shape> operands) {
        Shape x = operands.get(0);
        Shape y = operands.get(1);
        if (x.axes() != y.axes() || !y.withSize(axis, x.size(axis)).equals(x)) {
            throw new DomainException(this + " of shapes " + x + " and " + y
                    + ", expected shapes that differ along that axis only");
        }
        return x.withSize(axis, x.size(axis) + y.size(axis));
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x && y;
    }

    @Override
    public String toString() {
        return "concatenation along axis " + axis;
    }
}
