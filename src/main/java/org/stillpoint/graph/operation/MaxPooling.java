package org.stillpoint.graph.operation;

import java.util.Arrays;
import java.util.List;
import org.stillpoint.domain.DomainException;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/**
 * The largest entry that a window sees; padding is seen by none. Of equal ones it is the first in row-major order that gets
 * the error, as in most frameworks.
 */
record MaxPooling(Pooling pooling) implements OfOne, ShapeRule {

    @Override
    public Tensor result(Tensor x) {
        int[] largest = largest(x);
        return Tensor.at(pooling.result(x.shape()), place -> x.entry(largest[place]));
    }

    @Override
    public Shape of(List<Shape> operands) {
        Shape x = operands.get(0);
        Shape result = pooling.result(x);
        if (Arrays.stream(pooling.seen(x)).anyMatch(window -> Arrays.stream(window).allMatch(at -> at < 0))) {
            throw new DomainException(this + " of the shape " + x + ", expected no window that sees nothing but padding");
        }
        return result;
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    /** Where the entry of x stands that each entry of the result is. */
    int[] largest(Tensor x) {
        int[] largest = new int[of(List.of(x.shape())).entries()];
        int[][] seen = pooling.seen(x.shape());
        for (int place = 0; place < largest.length; place++) {
            largest[place] = Arrays.stream(pooling.seen(x.shape(), seen, place)).filter(at -> at >= 0)
                    .reduce((a, b) -> x.entry(b).compareTo(x.entry(a)) > 0 ? b : a)
                    .getAsInt();
        }
        return largest;
    }

    @Override
    public String toString() {
        return "max pooling by " + pooling;
    }
}
