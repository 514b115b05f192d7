package org.stillpoint.lint.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.domain.DomainException;
import org.stillpoint.tensor.Shape;

/**
 * Two tensors entry by entry, where sizes of 1 stand for as many as the other one has, and missing axes at the front for 1.
 *
 * @param shape of the result
 */
record Broadcast(Shape first, Shape second, Shape shape) {

    /** @throws DomainException if sizes differ of which none is 1 */
    static Broadcast of(Shape first, Shape second) {
        int axes = Math.max(first.axes(), second.axes());
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < axes; i++) {
            int a = size(first, i - axes + first.axes());
            int b = size(second, i - axes + second.axes());
            if (a != b && a != 1 && b != 1) {
                throw new DomainException("the shapes " + first + " and " + second
                        + ", expected equal sizes, or 1 where they differ");
            }
            sizes.add(Math.max(a, b));
        }
        return new Broadcast(first, second, new Shape(sizes));
    }

    private static int size(Shape shape, int axis) {
        return axis < 0 ? 1 : shape.size(axis);
    }

    int placeInFirst(int[] index) {
        return place(first, index);
    }

    int placeInSecond(int[] index) {
        return place(second, index);
    }

    private static int place(Shape of, int[] index) {
        int place = 0;
        for (int axis = 0; axis < of.axes(); axis++) {
            int at = index[index.length - of.axes() + axis];
            place = place * of.size(axis) + (of.size(axis) == 1 ? 0 : at);
        }
        return place;
    }
}
