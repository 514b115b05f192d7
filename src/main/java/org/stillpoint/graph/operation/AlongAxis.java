package org.stillpoint.graph.operation;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/**
 * An axis of tensors with any number of axes, along which a vector has an entry for each index.
 *
 * @param number from 0 counted from the first axis, below 0 from the last, which is -1
 */
record AlongAxis(int number) {

    int in(Shape shape) {
        return shape.requireAxis(number < 0 ? shape.axes() + number : number);
    }

    /** The sums over all other axes. */
    Tensor sums(Tensor x) {
        int axis = in(x.shape());
        return Axes.sum(x, IntStream.range(0, x.shape().axes()).filter(other -> other != axis).boxed().toList());
    }

    /** The entry of a vector for each entry of a tensor. */
    BigFraction entry(Tensor vector, Shape shape, int place) {
        return vector.entry(shape.index(place)[in(shape)]);
    }

    Shape requireVector(Object operation, List<Shape> operands) {
        Shape x = operands.get(0);
        Shape vector = operands.get(1);
        if (!vector.equals(Shape.of(x.size(in(x))))) {
            throw new DomainException(operation + " of shapes " + x + " and " + vector
                    + ", expected an entry for each index along"
                    + " the axis, of " + x.size(in(x)));
        }
        return x;
    }

    @Override
    public String toString() {
        return "along " + (number < 0 ? "axis " + -number + " from the end" : "axis " + number);
    }
}
