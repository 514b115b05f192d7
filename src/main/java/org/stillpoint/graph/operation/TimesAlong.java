package org.stillpoint.graph.operation;

import java.util.List;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** x, multiplied along an axis by the entries of the vector y: a scale for each channel. */
record TimesAlong(AlongAxis axis) implements OfTwo, ShapeRule {

    @Override
    public Tensor result(Tensor x, Tensor y) {
        Shape shape = of(List.of(x.shape(), y.shape()));
        return Tensor.at(shape, place -> x.entry(place).multiply(axis.entry(y, shape, place)));
    }

    @Override
    public Shape of(List<Shape> operands) {
        return axis.requireVector(this, operands);
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x || y;
    }

    @Override
    public String toString() {
        return "product " + axis;
    }
}
