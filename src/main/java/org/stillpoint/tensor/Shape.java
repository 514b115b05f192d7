package org.stillpoint.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.stillpoint.domain.DomainException;

/**
 * The sizes of the axes of a tensor, whose entries stand in row-major order: the last index runs fastest. A number has no
 * axes.
 *
 * @param sizes each from 1
 */
public record Shape(List<Integer> sizes) {

    /** That of a number. */
    public static final Shape NUMBER = new Shape(List.of());

    /** @throws DomainException if a size is below 1, or a tensor of these sizes has more entries than an array can have */
    public Shape {
        sizes = List.copyOf(sizes);
        long entries = 1;
        for (int size : sizes) {
            if (size < 1) {
                throw new DomainException("an axis of size " + size + ", expected at least 1");
            }
            entries *= size;
            if (entries > Integer.MAX_VALUE) {
                throw new DomainException("a tensor of the shape " + written(sizes) + ", expected at most " + Integer.MAX_VALUE
                        + " entries");
            }
        }
    }

    public static Shape of(int... sizes) {
        return new Shape(Arrays.stream(sizes).boxed().toList());
    }

    /** How many axes there are. */
    public int axes() {
        return sizes.size();
    }

    /** @throws DomainException if there is no such axis; axes count from 0 */
    public int size(int axis) {
        return sizes.get(requireAxis(axis));
    }

    /** How many entries a tensor of this shape has; a number has one. */
    public int entries() {
        return sizes.stream().reduce(1, (a, b) -> a * b);
    }

    /** The place of an entry in row-major order, from 0. */
    public int place(int... index) {
        if (index.length != axes()) {
            throw new DomainException(index.length + " indices into the shape " + this + ", expected " + axes());
        }
        int place = 0;
        for (int axis = 0; axis < index.length; axis++) {
            if (index[axis] < 0 || index[axis] >= sizes.get(axis)) {
                throw new DomainException("an index of " + index[axis] + " along axis " + axis + " of the shape " + this
                        + ", expected one from 0 to " + (sizes.get(axis) - 1));
            }
            place = place * sizes.get(axis) + index[axis];
        }
        return place;
    }

    /** The indices of the entry at a place in row-major order. */
    public int[] index(int place) {
        int[] index = new int[axes()];
        int rest = place;
        for (int axis = axes() - 1; axis >= 0; axis--) {
            index[axis] = rest % sizes.get(axis);
            rest /= sizes.get(axis);
        }
        return index;
    }

    /** The same shape, but for the size of one axis. */
    public Shape withSize(int axis, int size) {
        List<Integer> changed = new ArrayList<>(sizes);
        changed.set(requireAxis(axis), size);
        return new Shape(changed);
    }

    /** The axes from one on, up to and without another. */
    public Shape part(int from, int to) {
        if (from < 0 || to < from || to > axes()) {
            throw new DomainException("axes " + from + " to " + to + " of the shape " + this + ", expected axes that it has");
        }
        return new Shape(sizes.subList(from, to));
    }

    /** These axes, and behind them those of another shape. */
    public Shape followedBy(Shape other) {
        List<Integer> all = new ArrayList<>(sizes);
        all.addAll(other.sizes);
        return new Shape(all);
    }

    /** This axis. */
    public int requireAxis(int axis) {
        if (axis < 0 || axis >= axes()) {
            throw new DomainException("axis " + axis + " of the shape " + this + ", expected one from 0 to below " + axes());
        }
        return axis;
    }

    private static String written(List<Integer> sizes) {
        return sizes.isEmpty() ? "number" : sizes.stream().map(String::valueOf).collect(Collectors.joining("x"));
    }

    /** {@code 2x3}, {@code 4}; {@code number} without axes. */
    @Override
    public String toString() {
        return written(sizes);
    }
}
