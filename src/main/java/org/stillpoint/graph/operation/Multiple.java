package org.stillpoint.graph.operation;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** {@code c x}, with the same constant for every entry. */
record Multiple(BigFraction factor) implements OfOne, ShapeRule {

    Multiple {
        ExactNumber.requirePlain(factor);
    }

    @Override
    public Tensor result(Tensor x) {
        return x.times(factor);
    }

    @Override
    public Shape of(List<Shape> operands) {
        return operands.get(0);
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x || factor.signum() == 0;
    }

    @Override
    public boolean keeps(boolean y, boolean z) {
        return factor.equals(BigFraction.ONE);
    }

    @Override
    public String toString() {
        return ExactNumber.write(factor) + " times";
    }
}
