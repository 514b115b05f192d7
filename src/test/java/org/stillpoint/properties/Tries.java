package org.stillpoint.properties;

import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;

/** What is known of the tries of the property that is running: how long the slowest took, and whether one took too long. */
final class Tries {

    private final AtomicLong slowest = new AtomicLong();
    private final AtomicBoolean ended = new AtomicBoolean();

    private Tries() {
    }

    static Tries ofThisProperty() {
        return Store.getOrCreate(Tries.class, Lifespan.PROPERTY, Tries::new).get();
    }

    void took(long nanoseconds) {
        slowest.accumulateAndGet(nanoseconds, Math::max);
    }

    /** The wall time of the slowest try, in seconds. */
    BigDecimal slowest() {
        return BigDecimal.valueOf(slowest.get() / 1_000_000, 3);
    }

    void end() {
        ended.set(true);
    }

    boolean ended() {
        return ended.get();
    }
}
