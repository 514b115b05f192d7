package org.stillpoint.lint.demonstration;

import java.util.List;
import org.stillpoint.lint.fact.Fact;

/**
 * An exact training of a model, and what it showed.
 *
 * @param steps how many there were
 * @param held facts that held in all of them
 * @param failed facts that did not, which is a mistake of this program
 * @param moved facts about zeros that are expected to move, and did
 * @param still facts about zeros that are expected to move, and did not on this data
 * @param others how many entries are not said to stay as they are; those of units that stay equal are among them
 * @param othersMoved how many of those moved
 */
public record Demonstration(int steps, List<Fact> held, List<Fact> failed, List<Fact> moved, List<Fact> still, long others,
                            long othersMoved) {

    /** Samples in each step. */
    public static final int SAMPLES = 2;

    public Demonstration {
        held = List.copyOf(held);
        failed = List.copyOf(failed);
        moved = List.copyOf(moved);
        still = List.copyOf(still);
    }
}
