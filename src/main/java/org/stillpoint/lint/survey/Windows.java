package org.stillpoint.lint.survey;

import java.io.IOException;
import org.stillpoint.modelfile.tensor.Weights;

/** Entries of a tensor that are read here and there: those around what was read lately stay in memory, up to 8 MB. */
final class Windows {

    /** Entries in a window. */
    static final int SIZE = 1 << 9;
    private static final int SHIFT = 9;
    private static final int KEPT = 1 << 11;

    private final Weights weights;
    private final long entries;
    private final long[][] windows;
    private final long[] numbers;

    Windows(Weights weights) {
        this.weights = weights;
        entries = weights.dimensions().entries();
        int kept = (int) Math.min(KEPT, (entries >>> SHIFT) + 1);
        windows = new long[kept][];
        numbers = new long[kept];
    }

    /** Those among which the entry at a place is: it is the one at {@link #offset}. They stay what they are. */
    long[] at(long place) throws IOException {
        long number = place >>> SHIFT;
        int slot = slot(number);
        if (windows[slot] == null || numbers[slot] != number) {
            long[] window = new long[(int) Math.min(SIZE, entries - (number << SHIFT))];
            weights.entries().read(number << SHIFT, window);
            windows[slot] = window;
            numbers[slot] = number;
        }
        return windows[slot];
    }

    static int offset(long place) {
        return (int) place & SIZE - 1;
    }

    /** Spread, so that windows that are powers of two apart, as rows are, do not drive one another out. */
    private int slot(long number) {
        return windows.length < KEPT ? (int) (number % windows.length) : (int) (number * 0x9E3779B97F4A7C15L >>> Long.SIZE - 11);
    }
}
