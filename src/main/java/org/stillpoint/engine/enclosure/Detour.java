package org.stillpoint.engine.enclosure;

import java.util.Optional;

/** Another way to the end of a training than plain balls, for those that lose many bits in them. */
@FunctionalInterface
public interface Detour {

    Detour NONE = (problem, from, steps, lost, bits) -> Optional.empty();

    /**
     * Where the training is after its steps; empty if this way does not lead there, or is not worth it.
     *
     * @param from where it is exact for the last time
     * @param steps in all
     * @param lost about as many bits as plain balls lose
     * @param bits to which the numbers are to be known
     */
    Optional<Reached> reach(Problem problem, State<Mixed> from, int steps, int lost, int bits);
}
