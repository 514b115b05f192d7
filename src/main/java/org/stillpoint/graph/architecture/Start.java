package org.stillpoint.graph.architecture;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is special about where a training starts. Parameters of which nothing is said start anywhere; those that an architecture
 * has twice start equal.
 *
 * @param zero the parameters that start at zero, by name
 * @param apart the parameters that start larger than their twins, by name
 */
public record Start(List<String> zero, List<String> apart) {

    public Start {
        zero = List.copyOf(zero);
        apart = List.copyOf(apart);
    }

    public static Start withZero(String... names) {
        return new Start(List.of(names), List.of());
    }

    /** What there is twice is equal, but for these. */
    public static Start equalBut(String... names) {
        return new Start(List.of(), List.of(names));
    }

    /** {@code W1 = W2 = 0}, or what is not equal. */
    @Override
    public String toString() {
        String zeros = zero.isEmpty() ? "" : Stream.concat(zero.stream(), Stream.of("0")).collect(Collectors.joining(" = "));
        String others = apart.isEmpty() ? "" : String.join(", ", apart) + " not equal";
        return zeros.isEmpty() && others.isEmpty() ? "all equal" : zeros + others;
    }
}
