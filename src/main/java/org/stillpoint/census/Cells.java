package org.stillpoint.census;

import java.util.ArrayList;
import java.util.List;

/**
 * How a unit can leave its kinks: the hyperplanes of the inputs on the kink cut the directions of its incoming row into open
 * cones, each with a sign for each input. A cone is named by the set of samples, as bits, whose sign is positive in it.
 */
final class Cells {

    /** Every cone of three ternary inputs or fewer, of three entries or fewer, has a direction this small, as a test shows. */
    private static final int REACH = 4;

    private Cells() {
    }

    /**
     * The cones, each once.
     *
     * @param inputs of all samples
     * @param kinks the samples on the kink, as bits
     */
    static int[] of(int[][] inputs, int kinks) {
        List<Integer> cells = new ArrayList<>();
        int[] direction = new int[inputs[0].length];
        collect(inputs, kinks, direction, 0, cells);
        return cells.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void collect(int[][] inputs, int kinks, int[] direction, int entry, List<Integer> cells) {
        if (entry < direction.length) {
            for (int value = -REACH; value <= REACH; value++) {
                direction[entry] = value;
                collect(inputs, kinks, direction, entry + 1, cells);
            }
            return;
        }
        int positive = 0;
        for (int i = 0; i < inputs.length; i++) {
            int product = Signals.dot(direction, inputs[i]);
            boolean onKink = (kinks >> i & 1) == 1;
            if (onKink && product == 0 && Signals.dot(inputs[i], inputs[i]) != 0) {
                return;
            }
            positive |= onKink && product > 0 ? 1 << i : 0;
        }
        if (!cells.contains(positive)) {
            cells.add(positive);
        }
    }
}
