package org.stillpoint.enumeration;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** Trains every network of a problem, on all cores, in slices so that memory stays bounded. */
public final class Enumeration {

    /** Hidden layers in a slice: enough to merge many trainings, few enough to keep them all. */
    private static final long SLICE = 1 << 11;
    private static final int SLICES_AT_ONCE = 16;

    private final Problem problem;
    private final Options options;

    public Enumeration(Problem problem) {
        this(problem, Options.ALL);
    }

    public Enumeration(Problem problem, Options options) {
        this.problem = problem;
        this.options = options;
    }

    /** Tells where the trainings end, in a fixed order; an end may be told several times, with other starts each time. */
    public void run(Consumer<Ending> listener) {
        long layers = new IndexedStarts(problem, options.quotient()).layers();
        for (long first = 0; first < layers; first += SLICE * SLICES_AT_ONCE) {
            long end = first + Math.min(layers - first, SLICE * SLICES_AT_ONCE);
            slices(first, end).forEach(slice -> slice.forEach(listener));
        }
    }

    private List<List<Ending>> slices(long from, long to) {
        return LongStream.range(0, (to - from + SLICE - 1) / SLICE).parallel()
                .mapToObj(i -> new Slice(problem, options).run(from + i * SLICE, Math.min(to, from + (i + 1) * SLICE))).toList();
    }
}
