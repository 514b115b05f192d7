package org.stillpoint.contract;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A list of values of any kind. */
public record Contents(List<Content> entries) {

    public Contents {
        entries = List.copyOf(entries);
    }

    static Contents of(int count, IntFunction<Content> entry) {
        return Kept.once(new Contents(IntStream.range(0, count).mapToObj(entry).toList()));
    }
}
