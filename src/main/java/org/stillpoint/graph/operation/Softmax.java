package org.stillpoint.graph.operation;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/**
 * {@code exp(x) / sum exp(x)} of each row, the entries along the last axis, where it is rational: 1/n in a row of n equal
 * entries. Other rows are refused.
 */
record Softmax() implements OfOne, ShapeRule {

    @Override
    public Tensor result(Tensor x) {
        int length = Rows.length(this, x.shape());
        for (int place = 0; place < x.shape().entries(); place++) {
            if (!x.entry(place).equals(x.entry(place - place % length))) {
                throw new DomainException(this + " of a row of different numbers is not rational, expected rows of equal ones");
            }
        }
        return Tensor.filled(x.shape(), new BigFraction(1, length));
    }

    @Override
    public Shape of(List<Shape> operands) {
        Rows.length(this, operands.get(0));
        return operands.get(0);
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return false;
    }

    @Override
    public String toString() {
        return "softmax";
    }
}
