package org.stillpoint.graph.operation;

import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.domain.DomainException;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/**
 * An operation entry by entry, where a tensor that has size 1 along an axis is the same at all places of the other one along it.
 * Axes are told apart from the last one; those that a tensor does not have count as of size 1.
 */
record Broadcast(Entrywise operation) implements OfTwo, ShapeRule {

    @Override
    public Tensor result(Tensor x, Tensor y) {
        Shape shape = of(List.of(x.shape(), y.shape()));
        return Tensor.byIndex(shape, index -> operation.entry(x.get(within(x.shape(), index)), y.get(within(y.shape(), index))));
    }

    @Override
    public Shape of(List<Shape> operands) {
        Shape x = operands.get(0);
        Shape y = operands.get(1);
        int axes = Math.max(x.axes(), y.axes());
        return new Shape(IntStream.rangeClosed(1, axes).mapToObj(fromEnd -> axes - fromEnd + 1).map(fromEnd -> {
            int a = fromEnd(x, fromEnd);
            int b = fromEnd(y, fromEnd);
            if (a != b && a != 1 && b != 1) {
                throw new DomainException(this + " of shapes " + x + " and " + y
                        + ", expected along each axis from the last one equal sizes, or 1");
            }
            return Math.max(a, b);
        }).toList());
    }

    private static int fromEnd(Shape shape, int fromEnd) {
        return fromEnd > shape.axes() ? 1 : shape.size(shape.axes() - fromEnd);
    }

    /** Where the entry of a smaller tensor is that belongs to an index into the whole. */
    private static int[] within(Shape shape, int[] index) {
        int missing = index.length - shape.axes();
        return IntStream.range(0, shape.axes()).map(axis -> shape.size(axis) == 1 ? 0 : index[missing + axis]).toArray();
    }

    /** The sums of a tensor over all that belongs to the same entry of a smaller one. */
    static Tensor sums(Tensor whole, Shape shape) {
        Tensor sums = whole;
        while (sums.shape().axes() > shape.axes()) {
            sums = sums.sumOver(0);
        }
        for (int axis = 0; axis < shape.axes(); axis++) {
            if (shape.size(axis) == 1 && sums.shape().size(axis) > 1) {
                sums = sums.sumOver(axis).reshape(sums.shape().withSize(axis, 1));
            }
        }
        return sums;
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return operation.vanishes(x, y, z);
    }

    @Override
    public String toString() {
        return operation + " with copies";
    }
}
