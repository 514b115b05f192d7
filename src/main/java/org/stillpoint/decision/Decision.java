package org.stillpoint.decision;

import java.util.List;
import java.util.Optional;
import org.stillpoint.witness.Example;

/**
 * What is known of a cell.
 *
 * @param theorems those that decide it, or half of it
 * @param example the smallest run that was found to show what can happen; none where nothing can
 */
public record Decision(Cell cell, Outcome outcome, List<Theorem> theorems, Optional<Example> example) {

    public Decision {
        theorems = List.copyOf(theorems);
    }
}
