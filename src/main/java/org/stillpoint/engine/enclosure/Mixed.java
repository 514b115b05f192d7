package org.stillpoint.engine.enclosure;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.enclosure.Ball;

/** A number that is known exactly as a fraction, or a ball that holds it. */
public final class Mixed {

    private final BigFraction exact;
    private final Ball ball;

    private Mixed(BigFraction exact, Ball ball) {
        this.exact = exact;
        this.ball = ball;
    }

    public static Mixed of(BigFraction exact) {
        return new Mixed(exact, null);
    }

    public static Mixed of(Ball ball) {
        return new Mixed(null, ball);
    }

    public boolean isExact() {
        return exact != null;
    }

    /** Null if the number is not exact. */
    public BigFraction exact() {
        return exact;
    }

    /** Null if the number is exact. */
    public Ball ball() {
        return ball;
    }
}
