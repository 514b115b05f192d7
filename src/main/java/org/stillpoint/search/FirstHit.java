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

    /** So many that beginning a task is no matter beside the quickest of them. */
    private static final int AS_ONE_TASK = 8;

    private final List<ForkJoinTask<Optional<Hit<T>>>> tasks = new ArrayList<>();
    private final AtomicInteger first = new AtomicInteger(Integer.MAX_VALUE);
    private List<Supplier<Optional<T>>> next = new ArrayList<>();
    private int begun;

    /**
     * A piece of work that hit.
     *
     * @param place among the pieces, from 0
     */
    record Hit<T>(int place, T found) {
    }

    /** @param work what it finds, if it hits; independent of all other work */
    void add(Supplier<Optional<T>> work) {
        next.add(work);
        if (next.size() == AS_ONE_TASK) {
            begin();
        }
    }

    private void begin() {
        List<Supplier<Optional<T>>> pieces = next;
        int from = begun;
        tasks.add(ForkJoinTask.adapt(() -> firstOf(pieces, from)).fork());
        begun += pieces.size();
        next = new ArrayList<>();
    }

    private Optional<Hit<T>> firstOf(List<Supplier<Optional<T>>> pieces, int from) {
        for (int place = from; place < from + pieces.size() && place < first.get(); place++) {
            Optional<T> found = pieces.get(place - from).get();
            if (found.isPresent()) {
                first.accumulateAndGet(place, Math::min);
                return Optional.of(new Hit<>(place, found.get()));
            }
        }
        return Optional.empty();
    }

    /** Whether some piece has hit already, so that no more of them are needed. */
    boolean isKnown() {
        return first.get() < Integer.MAX_VALUE;
    }

    /** Waits for the pieces given until now. Does what nobody has begun, from the end, as other threads begin at the front. */
    Optional<Hit<T>> await() {
        begin();
        for (int task = tasks.size() - 1; task >= 0; task--) {
            tasks.get(task).quietlyJoin();
        }
        return tasks.stream().map(ForkJoinTask::join).flatMap(Optional::stream).findFirst();
    }
}
