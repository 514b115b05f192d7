package org.stillpoint.lint.survey;

import java.util.Arrays;

/**
 * The places of a block of the layout as runs, one after the other, whose entries go to the same part of a tensor.
 *
 * @param starts place of the first entry of each run, and behind them the end of the last one
 * @param parts of each run, as far as the inner axes tell it; -1 if its entries go to none
 */
record Runs(long[] starts, int[] parts) {

    static Runs of(Layout layout, Cut cut) {
        long finest = layout.block();
        for (AxisCut each : cut.axes()) {
            finest = each.axis() >= layout.outer() ? Math.min(finest, layout.strides()[each.axis()]) : finest;
        }
        long[] starts = new long[16];
        int[] parts = new int[16];
        int count = 0;
        for (long place = 0; place < layout.block(); place += finest) {
            int part = part(layout, cut, place);
            if (count == 0 || part != parts[count - 1]) {
                if (count == parts.length) {
                    starts = Arrays.copyOf(starts, 2 * count);
                    parts = Arrays.copyOf(parts, 2 * count);
                }
                starts[count] = place;
                parts[count++] = part;
            }
        }
        starts = Arrays.copyOf(starts, count + 1);
        starts[count] = layout.block();
        return new Runs(starts, Arrays.copyOf(parts, count));
    }

    private static int part(Layout layout, Cut cut, long place) {
        int part = 0;
        for (int which = 0; which < cut.axes().size(); which++) {
            AxisCut each = cut.axes().get(which);
            if (each.axis() >= layout.outer()) {
                int group = each.groupOf()[(int) layout.inner(each.axis(), place)];
                if (group < 0) {
                    return -1;
                }
                part += group * cut.stride(which);
            }
        }
        return part;
    }

    /** The run in which a place is. */
    int at(long place) {
        int found = Arrays.binarySearch(starts, place);
        return found >= 0 ? found : -found - 2;
    }
}
