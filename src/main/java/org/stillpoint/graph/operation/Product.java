package org.stillpoint.graph.operation;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** {@code x y}, entry by entry, of equal shapes. */
record Product() implements OfTwo, ShapeRule {

    @Override
    public Tensor result(Tensor x, Tensor y) {
        Shapes.requireEqual(this, x.shape(), y.shape());
        return x.zip(y, BigFraction::multiply);
    }

    @Override
    public Shape of(List<Shape> operands) {
        return Shapes.requireEqual(this, operands.get(0), operands.get(1));
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x || y;
    }

    @Override
    public String toString() {
        return "product";
    }
}
