package org.stillpoint.graph.operation;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** Axes that are summed over, or along which copies are made. */
final class Axes {

    private Axes() {
    }

    /** The shape without these axes. */
    static Shape without(Shape shape, List<Integer> axes) {
        axes.forEach(shape::requireAxis);
        if (!axes.stream().sorted().distinct().toList().equals(axes)) {
            throw new DomainException("axes " + axes + " of the shape " + shape + ", expected each once, ascending");
        }
        return new Shape(others(shape, axes).mapToObj(shape::size).toList());
    }

    /** The part of the whole that one entry is along these axes. */
    static BigFraction share(Shape shape, List<Integer> axes) {
        return new BigFraction(1, axes.stream().mapToInt(shape::size).reduce(1, (a, b) -> a * b));
    }

    static Tensor spread(Tensor x, Shape shape, List<Integer> axes) {
        if (!without(shape, axes).equals(x.shape())) {
            throw new DomainException("a spread of the shape " + x.shape() + " over axes " + axes + " of " + shape + ", expected "
                    + without(shape, axes));
        }
        return Tensor.byIndex(shape, at -> x.get(others(shape, axes).map(axis -> at[axis]).toArray()));
    }

    static Tensor sum(Tensor x, List<Integer> axes) {
        without(x.shape(), axes);
        Tensor sum = x;
        for (int i = axes.size() - 1; i >= 0; i--) {
            sum = sum.sumOver(axes.get(i));
        }
        return sum;
    }

    private static IntStream others(Shape shape, List<Integer> axes) {
        return IntStream.range(0, shape.axes()).filter(axis -> !axes.contains(axis));
    }
}
