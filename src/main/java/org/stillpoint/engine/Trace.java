package org.stillpoint.engine;

import java.util.List;

/** Every step of a training, in order. */
public record Trace(List<StepTrace> steps) {

    public Trace {
        steps = List.copyOf(steps);
    }
}
