package org.stillpoint.graph.operation;

import org.stillpoint.tensor.Tensor;

/**
 * The first, or the last, entries of x along an axis, as many as y has there: how the error of a concatenation goes to its
 * operands.
 */
record EndLike(int axis, boolean last) implements OfTwo {

    @Override
    public Tensor result(Tensor x, Tensor y) {
        int size = y.shape().size(axis);
        int whole = x.shape().size(axis);
        return last ? x.slice(axis, whole - size, whole) : x.slice(axis, 0, size);
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    @Override
    public String toString() {
        return (last ? "last" : "first") + " part along axis " + axis;
    }
}
