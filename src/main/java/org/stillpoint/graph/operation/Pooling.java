package org.stillpoint.graph.operation;

import java.util.Arrays;
import org.stillpoint.domain.DomainException;
import org.stillpoint.tensor.Shape;

/**
 * A window that moves over the places of each channel of a tensor (samples x channels x places).
 *
 * @param window its size along each axis
 * @param sliding with no more padding than half the window
 */
record Pooling(Shape window, Sliding sliding) {

    Pooling {
        if (window.axes() != sliding.axes()) {
            throw new DomainException("a window of " + window + " with " + sliding + ", expected one size for each axis");
        }
        for (int axis = 0; axis < window.axes(); axis++) {
            if (2 * sliding.padding().get(axis) > window.size(axis)) {
                throw new DomainException("a padding of " + sliding.padding().get(axis) + " for a window of " + window
                        + ", expected at most half of it");
            }
        }
    }

    /** The shape of what is pooled of this. */
    Shape result(Shape x) {
        if (x.axes() != window.axes() + 2) {
            throw new DomainException("a pooling of the shape " + x + ", expected samples x channels and " + window.axes()
                    + " more axes");
        }
        return x.part(0, 2).followedBy(sliding.fits(Kernels.places(x), window));
    }

    /** The places that the window for one place of the result sees, -1 for padding. */
    int[] seen(Shape x, int[][] seen, int place) {
        int channel = place / seen.length * Kernels.places(x).entries();
        return Arrays.stream(seen[place % seen.length]).map(at -> at < 0 ? at : channel + at).toArray();
    }

    int[][] seen(Shape x) {
        return sliding.seen(Kernels.places(x), window);
    }

    @Override
    public String toString() {
        return "a window of " + window + ", " + sliding;
    }
}
