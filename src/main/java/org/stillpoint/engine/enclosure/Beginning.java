package org.stillpoint.engine.enclosure;

import org.stillpoint.enclosure.Precision;
import org.stillpoint.enclosure.TooLargeException;
import org.stillpoint.enclosure.UndecidedException;

/** The first steps of a training, as long as every number stays exact and short. */
final class Beginning {

    /** A precision at which nothing that matters is calculated: a step that needs it is not taken here. */
    private static final int PRECISION = 128;

    /** Products of fractions that are worth it; balls do the rest. */
    private static final long WORK = 200_000;

    private Beginning() {
    }

    /** After as many steps as stay exact, at most all. */
    static State<Mixed> of(Problem problem) {
        Steps<Mixed> steps = new Steps<>(problem, new MixedField(Precision.of(PRECISION)));
        State<Mixed> state = steps.start();
        long work = 0;
        try {
            while (state.steps() < problem.settings().steps() && work < WORK) {
                State<Mixed> next = steps.next(state, Sides.NOBODY);
                if (!Balls.isExact(next)) {
                    return state;
                }
                work += (long) problem.start().parameters().size() * (problem.end(state.steps()) - problem.first(state.steps()));
                state = next;
            }
        } catch (UndecidedSide | UndecidedException | TooLargeException e) {
            return state;
        }
        return state;
    }
}
