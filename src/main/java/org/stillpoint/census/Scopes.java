package org.stillpoint.census;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The scopes of the census. */
public final class Scopes {

    /** All that are counted, with two samples and with three. */
    public static final List<Scope> ALL = Stream.of(
                    List.of(1, 1, 1), List.of(1, 2, 1), List.of(1, 3, 1), List.of(2, 1, 1), List.of(2, 2, 1), List.of(2, 3, 1),
                    List.of(1, 1, 1, 1), List.of(1, 2, 1, 1), List.of(1, 1, 2, 1), List.of(1, 2, 2, 1),
                    List.of(2, 1, 1, 1), List.of(2, 2, 1, 1), List.of(2, 1, 2, 1))
            .flatMap(widths -> Stream.of(false, true).flatMap(biases -> IntStream.of(2, 3)
                    .mapToObj(samples -> new Scope(widths, biases, samples))))
            .filter(scope -> scope.cases() <= 1L << 26).toList();

    /** Those that every build counts again. */
    public static final List<Scope> SMALL = ALL.stream().filter(scope -> scope.cases() <= 1 << 18).toList();

    private Scopes() {
    }
}
