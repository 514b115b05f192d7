package org.stillpoint.graph.operation;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.domain.DomainException;
import org.stillpoint.tensor.Shape;

/**
 * How a window moves over the places of a channel, one number for each axis of them. Entry k of the window at place o sees the
 * place {@code o stride - padding + k dilation}; beyond the channel it sees padding (Dumoulin, Visin, "A guide to convolution
 * arithmetic for deep learning", 2016).
 *
 * @param stride each from 1
 * @param padding on both sides, each from 0
 * @param dilation each from 1
 */
public record Sliding(List<Integer> stride, List<Integer> padding, List<Integer> dilation) {

    /** @throws DomainException if the lists differ in length, or a number is below what it may be */
    public Sliding {
        stride = List.copyOf(stride);
        padding = List.copyOf(padding);
        dilation = List.copyOf(dilation);
        if (stride.isEmpty() || padding.size() != stride.size() || dilation.size() != stride.size()) {
            throw new DomainException("strides " + stride + ", paddings " + padding + " and dilations " + dilation
                    + ", expected one of each for each axis of places");
        }
        requireFrom(1, "a stride of", stride);
        requireFrom(0, "a padding of", padding);
        requireFrom(1, "a dilation of", dilation);
    }

    /** Stride and dilation 1, no padding. */
    public static Sliding plain(int axes) {
        return new Sliding(Collections.nCopies(axes, 1), Collections.nCopies(axes, 0), Collections.nCopies(axes, 1));
    }

    public Sliding withStride(int... strides) {
        return new Sliding(list(strides), padding, dilation);
    }

    public Sliding withPadding(int... paddings) {
        return new Sliding(stride, list(paddings), dilation);
    }

    public Sliding withDilation(int... dilations) {
        return new Sliding(stride, padding, list(dilations));
    }

    /** How many axes of places a channel has. */
    int axes() {
        return stride.size();
    }

    /**
     * How often the window fits.
     *
     * @param channel its places
     * @throws DomainException if it does not fit once
     */
    Shape fits(Shape channel, Shape window) {
        return new Shape(IntStream.range(0, axes()).mapToObj(axis -> {
            int room = channel.size(axis) + 2 * padding.get(axis) - reach(window, axis);
            if (room < 0) {
                throw new DomainException("a window of " + window + " over " + channel + " places with " + this
                        + ", expected one that fits");
            }
            return room / stride.get(axis) + 1;
        }).toList());
    }

    /** How many places the channel has over which the window fits so often, if no more than needed. */
    Shape reached(Shape fits, Shape window) {
        return new Shape(IntStream.range(0, axes()).mapToObj(axis ->
                (fits.size(axis) - 1) * stride.get(axis) - 2 * padding.get(axis) + reach(window, axis)).toList());
    }

    private int reach(Shape window, int axis) {
        return dilation.get(axis) * (window.size(axis) - 1) + 1;
    }

    /** For each place of the window, which place of the channel each of its entries sees: -1 for padding. */
    int[][] seen(Shape channel, Shape window) {
        Shape fits = fits(channel, window);
        int[][] seen = new int[fits.entries()][window.entries()];
        for (int o = 0; o < seen.length; o++) {
            for (int k = 0; k < seen[o].length; k++) {
                seen[o][k] = seen(channel, fits.index(o), window.index(k));
            }
        }
        return seen;
    }

    private int seen(Shape channel, int[] o, int[] k) {
        int[] index = IntStream.range(0, axes())
                .map(axis -> o[axis] * stride.get(axis) - padding.get(axis) + k[axis] * dilation.get(axis)).toArray();
        boolean within = IntStream.range(0, axes()).allMatch(axis -> index[axis] >= 0 && index[axis] < channel.size(axis));
        return within ? channel.place(index) : -1;
    }

    private static List<Integer> list(int... numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private static void requireFrom(int least, String what, List<Integer> numbers) {
        for (int number : numbers) {
            if (number < least) {
                throw new DomainException(what + " " + number + ", expected at least " + least);
            }
        }
    }

    @Override
    public String toString() {
        return "stride " + stride + ", padding " + padding + ", dilation " + dilation;
    }
}
