package org.stillpoint.enclosure;

import java.math.BigInteger;

/**
 * The real numbers whose distance from a middle is at most a radius, both in units of {@code 2^-p} of the {@link Precision} that
 * made the ball. With radius zero it is the one number in the middle.
 */
public final class Ball {

    private final BigInteger mid;
    private final long radius;

    /** @param radius packed, as in {@link Radius} */
    public Ball(BigInteger mid, long radius) {
        this.mid = mid;
        this.radius = radius;
    }

    public BigInteger mid() {
        return mid;
    }

    /** Packed, as in {@link Radius}. */
    public long radius() {
        return radius;
    }

    public boolean isExact() {
        return radius == 0;
    }

    /** Whether it is exactly zero. */
    public boolean isZero() {
        return radius == 0 && mid.signum() == 0;
    }

    public Sign sign() {
        if (radius != 0 && !Radius.isBelow(radius, mid)) {
            return Sign.UNKNOWN;
        }
        return switch (mid.signum()) {
            case 1 -> Sign.POSITIVE;
            case -1 -> Sign.NEGATIVE;
            default -> Sign.ZERO;
        };
    }

    public Ball negate() {
        return new Ball(mid.negate(), radius);
    }

    /** At least the absolute value of each number in the ball. */
    long magnitude() {
        return Radius.add(Radius.of(mid), radius);
    }

    Ball widened(long by) {
        return by == 0 ? this : new Ball(mid, Radius.add(radius, by));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ball ball && radius == ball.radius && mid.equals(ball.mid);
    }

    @Override
    public int hashCode() {
        return 31 * mid.hashCode() + Long.hashCode(radius);
    }

    @Override
    public String toString() {
        return mid + " +- " + Radius.toInteger(radius);
    }
}
