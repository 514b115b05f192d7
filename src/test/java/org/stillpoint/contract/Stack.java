package org.stillpoint.contract;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A finite list of matrices. */
public record Stack(List<Mat> entries) {

    /** A list of a length, empty if that is negative. */
    public static Stack of(int depth, IntFunction<Mat> layer) {
        return Kept.once(new Stack(IntStream.range(0, depth).mapToObj(layer).toList()));
    }
}
