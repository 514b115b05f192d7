package org.stillpoint.modelfile.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.stillpoint.format.FormatException;

/**
 * The sizes of the axes of a tensor in a file, whose entries are counted in row-major order: the last index runs fastest. Sizes
 * may be 0, and the entries more than an array can have.
 */
public record Dimensions(List<Long> sizes) {

    /** More axes than this are no weights. */
    public static final int MAX_AXES = 32;

    /** @throws FormatException if a size is below 0, there are too many axes, or more entries than a long can count */
    public Dimensions {
        sizes = List.copyOf(sizes);
        if (sizes.size() > MAX_AXES) {
            throw new FormatException("a tensor with " + sizes.size() + " axes, expected at most " + MAX_AXES);
        }
        long entries = 1;
        for (long size : sizes) {
            if (size < 0) {
                throw new FormatException("an axis of size " + size + ", expected at least 0");
            }
            if (size > 0 && entries > Long.MAX_VALUE / size) {
                throw new FormatException("a tensor of the shape " + written(sizes) + ", expected fewer entries");
            }
            entries *= size;
        }
    }

    public static Dimensions of(long... sizes) {
        return new Dimensions(Arrays.stream(sizes).boxed().toList());
    }

    public int axes() {
        return sizes.size();
    }

    /** The size of an axis, counted from 0. */
    public long size(int axis) {
        return sizes.get(axis);
    }

    /** How many entries there are; a number has one. */
    public long entries() {
        return sizes.stream().reduce(1L, (a, b) -> a * b);
    }

    /** How far apart, in row-major order, two entries are whose indices along this axis differ by one. */
    public long stride(int axis) {
        return sizes.subList(axis + 1, sizes.size()).stream().reduce(1L, (a, b) -> a * b);
    }

    private static String written(List<Long> sizes) {
        return sizes.isEmpty() ? "()" : sizes.stream().map(String::valueOf).collect(Collectors.joining(" x "));
    }

    /** As {@code 3 x 4}. */
    @Override
    public String toString() {
        return written(sizes);
    }
}
