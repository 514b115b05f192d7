package org.stillpoint.lint.survey;

import java.io.IOException;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * Entries of slices at a few places, the same ones of each, drawn at random: slices that are near are near there too. Several
 * places are side by side, as reading them costs no more than reading one.
 */
final class Samples {

    private static final int DRAWN = 3;
    private static final int SIDE_BY_SIDE = 4;
    private static final long SEED = 1;

    private final long[][] entries;

    private Samples(long[][] entries) {
        this.entries = entries;
    }

    static Samples of(Weights weights, SlicePlaces places, int[] members) throws IOException {
        long[] chosen = new Random(SEED).longs(DRAWN, 0, places.entries())
                .flatMap(drawn -> LongStream.range(drawn, Math.min(places.entries(), drawn + SIDE_BY_SIDE))).sorted().distinct()
                .toArray();
        Windows windows = new Windows(weights);
        long[][] entries = new long[chosen.length][members.length];
        for (int from = 0; from < chosen.length; from += SIDE_BY_SIDE) {
            for (int i = 0; i < members.length; i++) {
                for (int k = from; k < Math.min(chosen.length, from + SIDE_BY_SIDE); k++) {
                    long place = places.place(members[i], places.index(chosen[k]));
                    entries[k][i] = windows.at(place)[Windows.offset(place)];
                }
            }
        }
        return new Samples(entries);
    }

    /** How many of each slice. */
    int count() {
        return entries.length;
    }

    /** One of the entries of a member, by its number among the members. */
    long entry(int sample, int member) {
        return entries[sample][member];
    }

    boolean isNear(int member, int other, Tolerance tolerance) {
        return IntStream.range(0, entries.length).allMatch(k -> tolerance.holds(entries[k][member], entries[k][other]));
    }
}
