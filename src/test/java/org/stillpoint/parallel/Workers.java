package org.stillpoint.parallel;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;

/** A pool of its own, in which work that is parallel runs as on a machine with so many cores. */
public final class Workers {

    private Workers() {
    }

    /** What the work answers when it has so many workers, itself among them. */
    public static <T> T with(int workers, Callable<T> work) {
        ForkJoinPool pool = new ForkJoinPool(workers);
        try {
            return pool.submit(work).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdown();
        }
    }
}
