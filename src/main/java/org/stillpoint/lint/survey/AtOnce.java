package org.stillpoint.lint.survey;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Work that is done by several threads at once, and of which the first failure is the same every time, as it was thrown. */
final class AtOnce {

    /** One of several pieces of work. */
    @FunctionalInterface
    interface Work<T> {

        T run(int number) throws IOException;
    }

    private record Outcome<T>(T result, IOException notRead, RuntimeException failure) {

        static <T> Outcome<T> of(Work<T> work, int number) {
            try {
                return new Outcome<>(work.run(number), null, null);
            } catch (IOException e) {
                return new Outcome<>(null, e, null);
            } catch (RuntimeException e) {
                return new Outcome<>(null, null, e);
            }
        }

        T get() throws IOException {
            if (notRead != null) {
                throw notRead;
            }
            if (failure != null) {
                throw failure;
            }
            return result;
        }
    }

    private AtOnce() {
    }

    /** The results in the order of their numbers. */
    static <T> List<T> of(int[] numbers, Work<T> work) throws IOException {
        List<Outcome<T>> outcomes = Arrays.stream(numbers).parallel().mapToObj(number -> Outcome.of(work, number)).toList();
        for (Outcome<T> each : outcomes) {
            each.get();
        }
        return outcomes.stream().map(Outcome::result).toList();
    }

    /** Of numbers from 0. */
    static <T> List<T> of(int count, Work<T> work) throws IOException {
        return of(IntStream.range(0, count).toArray(), work);
    }
}
