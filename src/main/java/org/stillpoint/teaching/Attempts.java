package org.stillpoint.teaching;

import java.util.Optional;

/** What becomes of drawn numbers. */
final class Attempts {

    private Attempts() {
    }

    /** The exercise if the numbers are fit for it. */
    static Optional<Exercise> when(boolean fit, Exercise exercise) {
        return fit ? Optional.of(exercise) : Optional.empty();
    }
}
