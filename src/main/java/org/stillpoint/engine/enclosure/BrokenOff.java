package org.stillpoint.engine.enclosure;

/** A step that cannot be enclosed. */
final class BrokenOff extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why not. */
    enum Cause {

        /** The enclosures are so wide that nothing can be told from them; with more precision they are not. */
        TOO_WIDE,

        /** A side cannot be told though the enclosures are narrow: most likely a number is on its kink exactly. */
        UNDECIDED,

        /** The parameters themselves are too large. */
        DIVERGED
    }

    private final Cause cause;
    private final int step;

    /** @param step from 1 */
    BrokenOff(Cause cause, int step, String message) {
        super("step " + step + message, null, false, false);
        this.cause = cause;
        this.step = step;
    }

    /** @param sidesAreLost whether more precision is no help for sides */
    boolean isForGood(boolean sidesAreLost) {
        return cause == Cause.DIVERGED || cause == Cause.UNDECIDED && sidesAreLost;
    }

    int step() {
        return step;
    }
}
