package org.stillpoint.graph.operation;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** An operation of two numbers or tensors of equal shapes, entry by entry. */
interface Entrywise extends OfTwo, ShapeRule {

    BigFraction entry(BigFraction x, BigFraction y);

    @Override
    default Tensor result(Tensor x, Tensor y) {
        Shapes.requireEqual(this, x.shape(), y.shape());
        return x.zip(y, this::entry);
    }

    @Override
    default Shape of(List<Shape> operands) {
        return Shapes.requireEqual(this, operands.get(0), operands.get(1));
    }
}
