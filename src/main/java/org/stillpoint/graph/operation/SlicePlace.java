package org.stillpoint.graph.operation;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.tensor.Tensor;

/** x in the place of a slice, and zeros around it, in the shape of y: how the error of a slice goes back. */
record SlicePlace(Slice slice) implements OfTwo {

    @Override
    public Tensor result(Tensor x, Tensor y) {
        Shapes.requireEqual(this, x.shape(), slice.of(List.of(y.shape())));
        return Tensor.byIndex(y.shape(), at -> {
            int[] index = at.clone();
            index[slice.axis()] -= slice.from();
            boolean within = at[slice.axis()] >= slice.from() && at[slice.axis()] < slice.to();
            return within ? x.get(index) : BigFraction.ZERO;
        });
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    @Override
    public String toString() {
        return slice + ", back";
    }
}
