package org.stillpoint.engine.enclosure;

import java.util.Optional;
import java.util.function.IntConsumer;

/** Another way to the end of a training than plain balls, for those that lose many bits in them. */
@FunctionalInterface
public interface Detour {

    Detour NONE = (problem, from, wanted) -> Optional.empty();

    /**
     * Where the training is after its steps; empty if this way does not lead there, or is not worth it.
     *
     * @param from where it is exact for the last time
     */
    Optional<Reached> reach(Problem problem, State<Mixed> from, Wanted wanted);

    /**
     * What is asked for.
     *
     * @param steps in all
     * @param lost about as many bits as plain balls lose
     * @param bits to which the numbers are to be known
     * @param longest precision allowed
     * @param progress told the steps that are done
     */
    record Wanted(int steps, int lost, int bits, int longest, IntConsumer progress) {

        Wanted withMoreBits(int more) {
            return new Wanted(steps, lost, bits + more, longest, progress);
        }
    }
}
