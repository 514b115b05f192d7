package org.stillpoint.graph.operation;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/**
 * {@code y_0 + y_1 x}, where both are the same for all indices along an axis: what a normalisation makes of its input, if its
 * statistics are known. y is y_0 and behind it y_1 along a first axis, each of the shape of x with size 1 along the axis.
 */
record AffineAcross(AlongAxis axis) implements OfTwo, ShapeRule {

    @Override
    public Tensor result(Tensor x, Tensor y) {
        Shape shape = of(List.of(x.shape(), y.shape()));
        return Tensor.byIndex(shape, at -> number(y, 0, shape, at).add(number(y, 1, shape, at).multiply(x.get(at))));
    }

    /** The number y_0 or y_1 at an index. */
    BigFraction number(Tensor y, int which, Shape shape, int[] index) {
        int along = axis.in(shape);
        return y.get(IntStream.concat(IntStream.of(which),
                IntStream.range(0, index.length).map(i -> i == along ? 0 : index[i])).toArray());
    }

    @Override
    public Shape of(List<Shape> operands) {
        Shape x = operands.get(0);
        Shape expected = Shape.of(2).followedBy(x.withSize(axis.in(x), 1));
        if (!operands.get(1).equals(expected)) {
            throw new DomainException(this + " of shapes " + x + " and " + operands.get(1) + ", expected the second to be "
                    + expected);
        }
        return x;
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return y;
    }

    @Override
    public String toString() {
        return "line for all " + axis;
    }
}
