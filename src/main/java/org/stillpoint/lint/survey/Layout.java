package org.stillpoint.lint.survey;

import org.stillpoint.modelfile.tensor.Dimensions;

/**
 * A tensor as blocks one after the other: the first axes, which are outer, tell the block, the last ones the place in it. Blocks
 * are long enough that what is done once for each costs little, and short enough that there may be an array as long as one.
 *
 * @param sizes of the axes
 * @param strides of the axes, in entries
 * @param outer how many axes are outer
 * @param block how many entries a block has
 */
record Layout(long[] sizes, long[] strides, int outer, long block) {

    private static final int LONG_ENOUGH = 64;
    private static final int SHORT_ENOUGH = 1 << 16;

    static Layout of(Dimensions dimensions) {
        int axes = dimensions.axes();
        long[] sizes = new long[axes];
        long[] strides = new long[axes];
        for (int axis = 0; axis < axes; axis++) {
            sizes[axis] = dimensions.size(axis);
            strides[axis] = dimensions.stride(axis);
        }
        int outer = axes;
        long block = 1;
        while (outer > 0 && (block == 1 || block < LONG_ENOUGH && block * sizes[outer - 1] <= SHORT_ENOUGH)) {
            outer--;
            block *= sizes[outer];
        }
        return new Layout(sizes, strides, outer, block);
    }

    int axes() {
        return sizes.length;
    }

    /** The index along an inner axis of a place in a block. */
    long inner(int axis, long place) {
        return place / strides[axis] % sizes[axis];
    }

    /** The indices along the outer axes of a block. */
    void outer(long number, long[] index) {
        long rest = number;
        for (int axis = outer - 1; axis >= 0; axis--) {
            index[axis] = rest % sizes[axis];
            rest /= sizes[axis];
        }
    }
}
