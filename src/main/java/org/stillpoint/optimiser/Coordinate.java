package org.stillpoint.optimiser;

import java.util.List;
import org.hipparchus.fraction.BigFraction;

/** One parameter, and what is remembered of it. */
record Coordinate(BigFraction value, List<BigFraction> memory) {

    Coordinate {
        memory = List.copyOf(memory);
    }

    static Coordinate of(BigFraction value, BigFraction... memory) {
        return new Coordinate(value, List.of(memory));
    }

    BigFraction memory(int i) {
        return memory.get(i);
    }
}
