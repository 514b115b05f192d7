package org.stillpoint.lint.survey;

import java.io.IOException;
import java.util.Random;
import java.util.stream.IntStream;
import org.stillpoint.modelfile.tensor.Weights;

/** Entries of slices at a few places, the same ones of each, drawn at random: slices that are near are near there too. */
final class Samples {

    private static final int MOST = 12;
    private static final long SEED = 1;

    private final long[][] entries;

    private Samples(long[][] entries) {
        this.entries = entries;
    }

    static Samples of(Weights weights, SlicePlaces places, int[] members) throws IOException {
        long inSlice = places.entries();
        Random random = new Random(SEED);
        long[] chosen = random.longs(MOST, 0, inSlice).sorted().distinct().toArray();
        Windows windows = new Windows(weights);
        long[][] entries = new long[chosen.length][members.length];
        for (int k = 0; k < chosen.length; k++) {
            long[] index = places.index(chosen[k]);
            for (int i = 0; i < members.length; i++) {
                long place = places.place(members[i], index);
                entries[k][i] = windows.at(place)[Windows.offset(place)];
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
