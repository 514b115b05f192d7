package org.stillpoint.training;

/** Thrown by a listener that ends a training before its last step. */
public final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Stop stop;

    public StoppedException(Stop stop) {
        super(stop.why());
        this.stop = stop;
    }

    Stop stop() {
        return stop;
    }
}
