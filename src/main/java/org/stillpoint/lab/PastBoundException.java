package org.stillpoint.lab;

/** A training cannot go on within its bounds; the message is one line. */
final class PastBoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int step;

    /** @param step how many steps are within the bounds */
    PastBoundException(String message, int step) {
        super(message);
        this.step = step;
    }

    int step() {
        return step;
    }
}
