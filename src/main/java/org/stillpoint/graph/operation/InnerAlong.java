package org.stillpoint.graph.operation;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.tensor.Tensor;

/** The sums of the products of x and y over all axes but one: how an error goes to a scale for each channel. */
record InnerAlong(AlongAxis axis) implements OfTwo {

    @Override
    public Tensor result(Tensor x, Tensor y) {
        Shapes.requireEqual(this, x.shape(), y.shape());
        return axis.sums(x.zip(y, BigFraction::multiply));
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x || y;
    }

    @Override
    public String toString() {
        return "product " + axis + ", back";
    }
}
