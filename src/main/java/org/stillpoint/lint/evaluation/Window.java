package org.stillpoint.lint.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.domain.DomainException;
import org.stillpoint.graph.operation.Sliding;
import org.stillpoint.tensor.Shape;

/** A window that slides over places. */
record Window(Shape sizes, Sliding sliding) {

    static Window of(List<Integer> sizes, Sliding sliding) {
        return new Window(new Shape(sizes), sliding);
    }

    /** How often it fits along each axis; with more padding than it is wide, too. */
    List<Integer> fits(Shape places) {
        requireAxes(places);
        List<Integer> fits = new ArrayList<>();
        for (int axis = 0; axis < places.axes(); axis++) {
            int room = places.size(axis) + 2 * sliding.padding().get(axis) - reach(axis);
            if (room < 0) {
                throw new DomainException("a window of " + sizes + " over " + places + " places with " + sliding
                        + ", expected one that fits");
            }
            fits.add(room / sliding.stride().get(axis) + 1);
        }
        return fits;
    }

    /** The places from which it comes by fitting so often, as a transposed convolution has it. */
    List<Integer> reached(Shape fits, List<Integer> added) {
        requireAxes(fits);
        List<Integer> reached = new ArrayList<>();
        for (int axis = 0; axis < fits.axes(); axis++) {
            reached.add((fits.size(axis) - 1) * sliding.stride().get(axis) - 2 * sliding.padding().get(axis) + reach(axis)
                    + added.get(axis));
        }
        return reached;
    }

    private int reach(int axis) {
        return sliding.dilation().get(axis) * (sizes.size(axis) - 1) + 1;
    }

    private void requireAxes(Shape places) {
        if (places.axes() != sizes.axes() || sliding.stride().size() != sizes.axes()) {
            throw new DomainException("a window of " + sizes + " over " + places + " places with " + sliding
                    + ", expected as many axes of each");
        }
    }

    /**
     * For each position of the window, which place each of its entries sees: -1 for padding.
     *
     * @param fits how often it fits, or is to fit
     */
    int[][] seen(Shape places, Shape fits) {
        int[][] seen = new int[fits.entries()][sizes.entries()];
        for (int position = 0; position < seen.length; position++) {
            int[] at = fits.index(position);
            for (int entry = 0; entry < seen[position].length; entry++) {
                seen[position][entry] = place(places, at, sizes.index(entry));
            }
        }
        return seen;
    }

    private int place(Shape places, int[] position, int[] entry) {
        int place = 0;
        for (int axis = 0; axis < position.length; axis++) {
            int index = position[axis] * sliding.stride().get(axis) - sliding.padding().get(axis)
                    + entry[axis] * sliding.dilation().get(axis);
            if (index < 0 || index >= places.size(axis)) {
                return -1;
            }
            place = place * places.size(axis) + index;
        }
        return place;
    }
}
