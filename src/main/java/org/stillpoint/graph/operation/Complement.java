package org.stillpoint.graph.operation;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** {@code 1 - x}, entry by entry: what the other side of a gate lets through. */
record Complement() implements OfOne, ShapeRule {

    @Override
    public Tensor result(Tensor x) {
        return x.map(BigFraction.ONE::subtract);
    }

    @Override
    public Shape of(List<Shape> operands) {
        return operands.get(0);
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return false;
    }

    @Override
    public String toString() {
        return "1 minus";
    }
}
