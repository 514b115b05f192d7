package org.stillpoint.graph.operation;

import org.stillpoint.tensor.Tensor;

/** The sums of x over all axes but one: how an error goes to a bias for each channel. */
record SumBesides(AlongAxis axis) implements OfOne {

    @Override
    public Tensor result(Tensor x) {
        return axis.sums(x);
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    @Override
    public String toString() {
        return "sum " + axis + ", back";
    }
}
