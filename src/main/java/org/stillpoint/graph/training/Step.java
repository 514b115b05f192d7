package org.stillpoint.graph.training;

import java.util.List;

/**
 * What the slots of a program hold in one step.
 *
 * @param values one for each slot
 */
public record Step(TrainingProgram program, List<Object> values) {

    /** @throws org.stillpoint.domain.DomainException if no slot has this name */
    public Object value(String name) {
        return values.get(program.slot(name));
    }

    /** What a slot of state holds in the next step. */
    public Object next(String name) {
        return values.get(program.next()[program.slot(name)]);
    }
}
