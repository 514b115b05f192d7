package org.stillpoint.graph.operation;

import java.util.List;
import org.stillpoint.domain.DomainException;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/**
 * Copies of x along new axes: a bias over samples, a scale over the places of a channel.
 *
 * @param shape of the result
 * @param axes of the result that are new; without them it has the shape of x
 */
record Spread(Shape shape, List<Integer> axes) implements OfOne, ShapeRule {

    Spread {
        axes = List.copyOf(axes);
        Axes.without(shape, axes);
    }

    @Override
    public Tensor result(Tensor x) {
        of(List.of(x.shape()));
        return Axes.spread(x, shape, axes);
    }

    @Override
    public Shape of(List<Shape> operands) {
        if (!Axes.without(shape, axes).equals(operands.get(0))) {
            throw new DomainException(this + " of the shape " + operands.get(0) + ", expected " + Axes.without(shape, axes));
        }
        return shape;
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    @Override
    public String toString() {
        return "spread over axes " + axes + " of " + shape;
    }
}
