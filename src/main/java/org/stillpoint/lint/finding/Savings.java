package org.stillpoint.lint.finding;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.Weights;

/** Counts what is saved if units of a strand are taken away. */
final class Savings {

    private Savings() {
    }

    /** Of so many units: all their slices in every tensor go. Nothing is saved where they cannot be taken away. */
    static Saving of(Strand strand, int units) {
        if (strand.fixed().isPresent()) {
            return Saving.NONE;
        }
        Map<Weights, long[]> gone = new LinkedHashMap<>();
        Map<Weights, Boolean> multiplied = new LinkedHashMap<>();
        for (Spot spot : strand.spots()) {
            gone.computeIfAbsent(spot.tensor(), tensor -> new long[tensor.dimensions().axes()])[spot.axis()] +=
                    (long) units * spot.times();
            multiplied.merge(spot.tensor(), spot.use() == Spot.Use.MAKES || spot.use() == Spot.Use.READS, Boolean::logicalOr);
        }
        Saving saved = Saving.NONE;
        for (Map.Entry<Weights, long[]> tensor : gone.entrySet()) {
            long fewer = fewer(tensor.getKey().dimensions(), tensor.getValue());
            saved = saved.plus(new Saving(fewer, multiplied.get(tensor.getKey()) ? fewer : 0));
        }
        return saved;
    }

    private static long fewer(Dimensions dimensions, long[] gone) {
        return dimensions.entries() - IntStream.range(0, gone.length).mapToLong(axis -> dimensions.size(axis) - gone[axis])
                .reduce(1, (a, b) -> a * b);
    }
}
