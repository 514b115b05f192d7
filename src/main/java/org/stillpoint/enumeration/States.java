package org.stillpoint.enumeration;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Rows of ints, numbered from 0 in the order in which they came. */
final class States {

    private static final int SMALLEST = 1024;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final int width;
    private final boolean merging;
    private final long[] factors;
    private int[] numbers;
    private int size;
    /** Open addressing: 1 + the number of a row, or 0. */
    private int[] slots;

    /**
     * @param width ints in a row
     * @param merging whether equal rows have one number
     */
    States(int width, boolean merging) {
        this.width = width;
        this.merging = merging;
        factors = LongStream.iterate(FACTOR, factor -> factor * FACTOR).limit(width).toArray();
        numbers = new int[SMALLEST * width];
        slots = new int[merging ? 2 * SMALLEST : 0];
    }

    int size() {
        return size;
    }

    int get(int state, int k) {
        return numbers[state * width + k];
    }

    /** The number of a row, which is added unless it is there and equal rows have one number. */
    int number(int[] row) {
        if ((size + 1) * width > numbers.length) {
            grow();
        }
        if (merging) {
            int slot = slot(row, 0);
            while (slots[slot] != 0) {
                int there = slots[slot] - 1;
                if (isAt(there * width, row)) {
                    return there;
                }
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = size + 1;
        }
        System.arraycopy(row, 0, numbers, size * width, width);
        return size++;
    }

    private boolean isAt(int from, int[] row) {
        int k = 0;
        while (k < width && numbers[from + k] == row[k]) {
            k++;
        }
        return k == width;
    }

    private int slot(int[] row, int from) {
        long hash = 0;
        for (int k = 0; k < width; k++) {
            hash += row[from + k] * factors[k];
        }
        return (int) (hash * FACTOR >>> Integer.SIZE) & slots.length - 1;
    }

    private void grow() {
        numbers = Arrays.copyOf(numbers, 2 * numbers.length);
        slots = new int[2 * slots.length];
        for (int state = 0; slots.length > 0 && state < size; state++) {
            int slot = slot(numbers, state * width);
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = state + 1;
        }
    }
}
