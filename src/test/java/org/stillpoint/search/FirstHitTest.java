package org.stillpoint.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.parallel.Workers;

class FirstHitTest {

    private static FirstHit.Hit<String> hit(int place) {
        return new FirstHit.Hit<>(place, "hit " + place);
    }

    private static Optional<String> everyFifth(int place) {
        return place % 5 == 4 ? Optional.of("hit " + place) : Optional.empty();
    }

    /** Begun from the end, later hits are known before earlier ones. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void theHitIsTheFirstWhateverTheNumberOfWorkers(int workers) {
        Map<Integer, Boolean> done = new ConcurrentHashMap<>();

        Optional<FirstHit.Hit<String>> first = Workers.with(workers, () -> {
            FirstHit<String> hits = new FirstHit<>();
            IntStream.range(0, 1_000).forEach(place -> hits.add(() -> {
                done.put(place, true);
                return everyFifth(place);
            }));
            return hits.await();
        });

        assertThat(first).contains(hit(4));
        assertThat(done).containsKeys(0, 1, 2, 3, 4);
    }

    @Test
    void workBehindAKnownHitIsLeftOut() {
        CountDownLatch begun = new CountDownLatch(1);

        Optional<FirstHit.Hit<String>> first = Workers.with(2, () -> {
            FirstHit<String> hits = new FirstHit<>();
            IntStream.range(0, 100).forEach(place -> hits.add(() -> {
                begun.countDown();
                return Optional.of("hit " + place);
            }));
            begun.await();
            while (!hits.isKnown()) {
                Thread.onSpinWait();
            }
            hits.add(() -> {
                throw new IllegalStateException("done though nothing asks for it");
            });
            return hits.await();
        });

        assertThat(first).contains(hit(0));
    }

    @Test
    void aFailureBehindTheFirstHitIsNone() {
        assertThat(Workers.with(1, () -> failing(10))).contains(hit(0));
        assertThatThrownBy(() -> Workers.with(1, () -> failing(0))).rootCause().hasMessage("a failure");
    }

    private static Optional<FirstHit.Hit<String>> failing(int failing) {
        FirstHit<String> hits = new FirstHit<>();
        IntStream.range(0, 20).forEach(place -> hits.add(() -> {
            if (place == failing) {
                throw new UnsupportedOperationException("a failure");
            }
            return Optional.of("hit " + place);
        }));
        return hits.await();
    }

    @Test
    void withoutAHitThereIsNone() {
        FirstHit<String> hits = new FirstHit<>();
        hits.add(Optional::empty);

        assertThat(hits.isKnown()).isFalse();
        assertThat(hits.await()).isEmpty();
        assertThat(new FirstHit<String>().await()).isEmpty();
    }
}
