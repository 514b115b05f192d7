package org.stillpoint.teaching;

import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * A way to make exercises from drawn numbers.
 *
 * @param title a few words
 * @param claim the identifier of the claim that it is about
 * @param attempt an exercise, or none if the numbers drawn are not fit: too long, or nothing happens with them
 */
record Task(String title, String claim, Function<Numbers, Optional<Exercise>> attempt) {

    /** Of a task for which one draw in thirty is fit, these find none once in 10^14 times. */
    private static final int ATTEMPTS = 1000;

    /**
     * An exercise; the same random numbers give the same one.
     *
     * @throws IllegalStateException if none of very many draws is fit
     */
    Exercise draw(Random random) {
        Numbers numbers = new Numbers(random);
        for (int tried = 0; tried < ATTEMPTS; tried++) {
            Optional<Exercise> exercise = attempt.apply(numbers);
            if (exercise.isPresent()) {
                return exercise.get();
            }
        }
        throw new IllegalStateException(title + ": none of " + ATTEMPTS + " draws is fit for an exercise");
    }
}
