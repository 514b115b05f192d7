package org.stillpoint.optimiser;

import java.util.List;

/** One parameter, and what is remembered of it. */
public record Coordinate<T>(T value, List<T> memory) {

    public Coordinate {
        memory = List.copyOf(memory);
    }

    @SafeVarargs
    static <T> Coordinate<T> of(T value, T... memory) {
        return new Coordinate<>(value, List.of(memory));
    }

    T memory(int i) {
        return memory.get(i);
    }
}
