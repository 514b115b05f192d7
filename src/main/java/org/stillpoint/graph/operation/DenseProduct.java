package org.stillpoint.graph.operation;

import java.util.List;
import org.stillpoint.domain.DomainException;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/**
 * What a fully connected layer makes of x, along its last axis, whatever axes stand before.
 *
 * @param unitsOutFirst whether the matrix y is units out x units in; else it is units in x units out
 */
record DenseProduct(boolean unitsOutFirst) implements OfTwo, ShapeRule {

    @Override
    public Tensor result(Tensor x, Tensor y) {
        Shape shape = of(List.of(x.shape(), y.shape()));
        return rows(x).matrixProduct(unitsOutFirst ? y.transpose() : y).reshape(shape);
    }

    /** All axes but the last as one. */
    static Tensor rows(Tensor x) {
        int last = x.shape().size(x.shape().axes() - 1);
        return x.reshape(Shape.of(x.shape().entries() / last, last));
    }

    @Override
    public Shape of(List<Shape> operands) {
        Shape x = operands.get(0);
        Shape y = operands.get(1);
        if (x.axes() < 1 || y.axes() != 2 || x.size(x.axes() - 1) != y.size(unitsOutFirst ? 1 : 0)) {
            throw new DomainException(this + " of shapes " + x + " and " + y + ", expected units in along the last axis "
                    + "and a matrix "
                    + (unitsOutFirst ? "units out x units in" : "units in x units out"));
        }
        return x.withSize(x.axes() - 1, y.size(unitsOutFirst ? 0 : 1));
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x || y;
    }

    @Override
    public String toString() {
        return "fully connected" + (unitsOutFirst ? "" : ", units in x units out");
    }
}
