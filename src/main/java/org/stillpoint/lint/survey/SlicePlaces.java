package org.stillpoint.lint.survey;

import java.util.Arrays;
import org.stillpoint.modelfile.tensor.Dimensions;

/** Where the entries of the slices along an axis are. */
record SlicePlaces(long[] shape, long[] strides, int axis) implements Places {

    static SlicePlaces of(Dimensions dimensions, int axis) {
        Layout layout = Layout.of(dimensions);
        long[] shape = layout.sizes();
        shape[axis] = 1;
        return new SlicePlaces(shape, layout.strides(), axis);
    }

    @Override
    public int whole() {
        return shape.length - axis - 1;
    }

    @Override
    public long place(int part, long[] index) {
        long place = part * strides[axis];
        for (int i = 0; i < index.length; i++) {
            place += index[i] * strides[i];
        }
        return place;
    }

    /** How many entries a slice has. */
    long entries() {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    /** The index of an entry in its slice, by its place there in row-major order. */
    long[] index(long place) {
        long[] index = new long[shape.length];
        long rest = place;
        for (int i = shape.length - 1; i >= 0; i--) {
            index[i] = rest % shape[i];
            rest /= shape[i];
        }
        return index;
    }
}
