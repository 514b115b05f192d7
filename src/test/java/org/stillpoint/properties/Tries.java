package org.stillpoint.properties;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;

/**
 * What is known of the tries of the property that is running: how long the slowest took, which one runs now, and how far they
 * came.
 */
final class Tries {

    private List<Object> running = List.of();
    private long since = System.nanoTime();
    private long slowest;
    private final Set<String> reachedNow = new HashSet<>();
    private final Map<String, Integer> reached = new HashMap<>();

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
        reachedNow.forEach(place -> reached.merge(place, 1, Integer::sum));
        reachedNow.clear();
        running = List.of();
        since = now;
    }

    /** The try that runs came to an assertion at these places, from the outermost call to the innermost. */
    synchronized void reach(Collection<String> places) {
        reachedNow.addAll(places);
    }

    /** How many tries came to an assertion at a place. */
    synchronized int reached(String place) {
        return reached.getOrDefault(place, 0);
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
