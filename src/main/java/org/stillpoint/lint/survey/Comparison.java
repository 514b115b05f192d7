package org.stillpoint.lint.survey;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * Compares parts of tensors, pairs of the same shape, entry by entry through their files. All pairs go forward together, so that
 * what lies side by side in the file is read once; a pair that disagrees is left at once.
 */
final class Comparison {

    /** What is asked of two runs of entries at the same places of a pair. */
    interface Agreement {

        Agreement EQUAL = (pair, left, at, right, from, count) ->
                Arrays.equals(left, at, at + count, right, from, from + count);

        boolean holds(int pair, long[] left, int at, long[] right, int from, int count);
    }

    private Comparison() {
    }

    /**
     * Which pairs agree in all entries.
     *
     * @param left for each pair its part of the first tensor
     * @param right for each pair its part of the second tensor, as many
     */
    static BitSet agreeing(Weights first, Places firsts, int[] left, Weights second, Places seconds, int[] right,
                           Agreement agreement) throws IOException {
        long[] shape = firsts.shape();
        int leading = shape.length - Math.min(firsts.whole(), seconds.whole());
        long steps = product(shape, 0, leading);
        long run = product(shape, leading, shape.length);
        Windows leftWindows = new Windows(first);
        Windows rightWindows = first == second ? leftWindows : new Windows(second);
        BitSet alive = new BitSet();
        alive.set(0, left.length);
        long[] index = new long[shape.length];
        for (long step = 0; step < steps && !alive.isEmpty(); step++) {
            for (long from = 0; from < run; from += Windows.SIZE) {
                long count = Math.min(Windows.SIZE, run - from);
                for (int pair = alive.nextSetBit(0); pair >= 0; pair = alive.nextSetBit(pair + 1)) {
                    if (!agree(pair, leftWindows, firsts.place(left[pair], index) + from, rightWindows,
                            seconds.place(right[pair], index) + from, count, agreement)) {
                        alive.clear(pair);
                    }
                }
            }
            advance(index, shape, leading);
        }
        return alive;
    }

    private static boolean agree(int pair, Windows left, long leftPlace, Windows right, long rightPlace, long count,
                                 Agreement agreement) throws IOException {
        for (long done = 0; done < count; ) {
            long[] a = left.at(leftPlace + done);
            long[] b = right.at(rightPlace + done);
            int at = Windows.offset(leftPlace + done);
            int from = Windows.offset(rightPlace + done);
            int some = (int) Math.min(count - done, Math.min(a.length - at, b.length - from));
            if (!agreement.holds(pair, a, at, b, from, some)) {
                return false;
            }
            done += some;
        }
        return true;
    }

    private static void advance(long[] index, long[] shape, int axes) {
        for (int axis = axes - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--) {
            index[axis] = 0;
        }
    }

    private static long product(long[] sizes, int from, int to) {
        long product = 1;
        for (int axis = from; axis < to; axis++) {
            product *= sizes[axis];
        }
        return product;
    }
}
