package org.stillpoint.properties;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;

/** What is known of the tries of the property that is running: how long the slowest took, and which one runs now. */
final class Tries {

    private List<Object> running = List.of();
    private long since = System.nanoTime();
    private long slowest;

    private Tries() {
    }

    static Tries ofThisProperty() {
        return Store.getOrCreate(Tries.class, Lifespan.PROPERTY, Tries::new).get();
    }

    synchronized void begin(List<Object> parameters) {
        running = parameters;
        since = System.nanoTime();
    }

    synchronized void end() {
        long now = System.nanoTime();
        slowest = Math.max(slowest, now - since);
        running = List.of();
        since = now;
    }

    /** The nanoseconds since the last try began, or ended if the next one is only drawn. */
    synchronized long waiting() {
        return System.nanoTime() - since;
    }

    /** The parameters of the try that runs, none while they are drawn. */
    synchronized List<Object> running() {
        return running;
    }

    /** The wall time of the slowest try, in seconds. */
    synchronized BigDecimal slowest() {
        return BigDecimal.valueOf(slowest / 1_000_000, 3);
    }
}
