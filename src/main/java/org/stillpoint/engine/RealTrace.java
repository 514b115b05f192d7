package org.stillpoint.engine;

import java.util.List;

/** Every step of a training, in order, in real numbers. */
public record RealTrace(List<RealStep> steps) {

    public RealTrace {
        steps = List.copyOf(steps);
    }

    public static RealTrace of(Trace trace) {
        return new RealTrace(trace.steps().stream().map(RealStep::of).toList());
    }
}
