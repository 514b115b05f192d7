package org.stillpoint.contract;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A finite list of vectors. */
public record Mat(List<Vec> entries) {

    /** A list of a length, empty if that is negative. */
    public static Mat of(int rows, IntFunction<Vec> row) {
        return Kept.once(new Mat(IntStream.range(0, rows).mapToObj(row).toList()));
    }
}
