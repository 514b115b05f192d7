package org.stillpoint.graph.operation;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** {@code factor x + addend}, entry by entry. */
record Affine(BigFraction factor, BigFraction addend) implements OfOne, ShapeRule {

    Affine {
        ExactNumber.requirePlain(factor);
        ExactNumber.requirePlain(addend);
    }

    @Override
    public Tensor result(Tensor x) {
        return x.map(entry -> entry.multiply(factor).add(addend));
    }

    @Override
    public Shape of(List<Shape> operands) {
        return operands.get(0);
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x && addend.signum() == 0;
    }

    @Override
    public boolean keeps(boolean y, boolean z) {
        return addend.signum() == 0 && factor.equals(BigFraction.ONE);
    }

    @Override
    public String toString() {
        return ExactNumber.write(factor) + " x + " + ExactNumber.write(addend);
    }
}
