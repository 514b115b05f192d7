package org.stillpoint.training;

import java.util.Optional;
import java.util.function.Function;
import org.stillpoint.domain.Settings;

/**
 * What is kept of a training: its result after the last step, or after the last one whose numbers are all within a limit.
 *
 * @param stopped empty if every step was taken
 */
public record Kept<T>(T result, Optional<Stop> stopped) {

    /**
     * Runs a training, and if its listener stops it, once more with the steps before the one that it was stopped at: to keep
     * every state on the way would cost more in each training that is not stopped.
     *
     * @param training takes the settings, and ends with a {@link StoppedException} if a number becomes too long
     */
    public static <T> Kept<T> of(Settings settings, Function<Settings, T> training) {
        try {
            return new Kept<>(training.apply(settings), Optional.empty());
        } catch (StoppedException e) {
            return new Kept<>(training.apply(settings.withSteps(e.stop().step() - 1)), Optional.of(e.stop()));
        }
    }
}
