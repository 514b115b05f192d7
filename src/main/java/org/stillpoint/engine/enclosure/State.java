package org.stillpoint.engine.enclosure;

import java.util.List;

/**
 * Where a training stands. Its arrays are not written to any more.
 *
 * @param memory what the rule remembers: the velocity of gradient descent, or what an optimiser has
 * @param steps taken so far
 */
public record State<T>(Values<T> parameters, List<Values<T>> memory, int steps) {

    public State {
        memory = List.copyOf(memory);
    }
}
