package org.stillpoint.contract;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A finite list of vectors. */
public record Mat(List<Vec> entries) {

    static Mat of(int rows, IntFunction<Vec> row) {
        return Kept.once(new Mat(IntStream.range(0, rows).mapToObj(row).toList()));
    }
}
