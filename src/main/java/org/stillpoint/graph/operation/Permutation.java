package org.stillpoint.graph.operation;

import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.domain.DomainException;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/**
 * The axes of x in another order; {@code [1, 0]} is the transpose of a matrix.
 *
 * @param order which axis of x each axis of the result is
 */
record Permutation(List<Integer> order) implements OfOne, ShapeRule {

    Permutation {
        order = List.copyOf(order);
    }

    @Override
    public Tensor result(Tensor x) {
        of(List.of(x.shape()));
        return x.permute(order);
    }

    @Override
    public Shape of(List<Shape> operands) {
        if (!order.stream().sorted().toList().equals(IntStream.range(0, operands.get(0).axes()).boxed().toList())) {
            throw new DomainException(this + " of the shape " + operands.get(0) + ", expected each axis once");
        }
        return new Shape(order.stream().map(operands.get(0)::size).toList());
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    /** The one that puts the axes back. */
    Permutation inverse() {
        return new Permutation(IntStream.range(0, order.size()).mapToObj(order::indexOf).toList());
    }

    @Override
    public String toString() {
        return "axes in the order " + order;
    }
}
