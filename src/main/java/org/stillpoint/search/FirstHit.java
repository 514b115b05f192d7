package org.stillpoint.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Looks for the first hit in pieces of work, which are done on all cores while more of them are made. Those before it are all
 * done, so that it is the same however many cores there are; those behind it are left out as soon as it is known.
 */
final class FirstHit<T> {

    private final List<ForkJoinTask<Optional<T>>> tasks = new ArrayList<>();
    private final AtomicInteger first = new AtomicInteger(Integer.MAX_VALUE);

    /**
     * A piece of work that hit.
     *
     * @param place among the pieces, from 0
     */
    record Hit<T>(int place, T found) {
    }

    /** @param work what it finds, if it hits; independent of all other work */
    void add(Supplier<Optional<T>> work) {
        int place = tasks.size();
        tasks.add(ForkJoinTask.adapt(() -> place > first.get() ? Optional.<T>empty() : done(place, work)).fork());
    }

    private Optional<T> done(int place, Supplier<Optional<T>> work) {
        Optional<T> found = work.get();
        found.ifPresent(hit -> first.accumulateAndGet(place, Math::min));
        return found;
    }

    /** Whether some piece has hit already, so that no more of them are needed. */
    boolean isKnown() {
        return first.get() < Integer.MAX_VALUE;
    }

    /** Waits for the pieces given until now. Does what nobody has begun, from the end, as other threads begin at the front. */
    Optional<Hit<T>> await() {
        for (int place = tasks.size() - 1; place >= 0; place--) {
            tasks.get(place).quietlyJoin();
        }
        for (int place = 0; place < tasks.size(); place++) {
            Optional<T> found = tasks.get(place).join();
            if (found.isPresent()) {
                return Optional.of(new Hit<>(place, found.get()));
            }
        }
        return Optional.empty();
    }
}
