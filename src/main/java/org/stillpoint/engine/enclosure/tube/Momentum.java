package org.stillpoint.engine.enclosure.tube;

import java.math.BigInteger;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.enclosure.Radius;

/**
 * The velocity beside the parameters. With momentum m a step is {@code v' = m v + g}, {@code p' = p - eta v'}. For errors dp and
 * {@code dw = s eta dv}, with one scale s for the whole training, its derivative is {@code dp' = (I - A) dp - (m / s) dw},
 * {@code dw' = s A dp + m dw}, where A is eta times the second derivatives. For each eigenvalue a of A that is a matrix of two
 * rows, {@code (1 - a, -m/s), (s a, m)}, with determinant m: for t the sum of its squares the square of its norm is
 * {@code (t + sqrt(t^2 - 4 m^2)) / 2}, which grows with t, and t, a parabola in a, is largest at the least or the greatest
 * eigenvalue.
 */
final class Momentum {

    private static final int LARGEST_POWER = 10;

    private final long momentum;
    private final BigFraction rate;
    private Optional<Integer> power = Optional.empty();

    /** @param rate not 0 */
    Momentum(BigFraction momentum, BigFraction rate) {
        this.momentum = above(momentum.abs());
        this.rate = rate.abs();
    }

    private static long above(BigFraction number) {
        return Intervals.fitting(number.getNumerator().shiftLeft(Intervals.BITS).divide(number.getDenominator())
                .add(BigInteger.ONE));
    }

    /** At least the norm of the derivative of a step. */
    long norm(long belowZero, long greatest) {
        if (power.isEmpty()) {
            power = Optional.of(power(greatest));
        }
        BigInteger t = squares(-belowZero).max(squares(greatest));
        BigInteger least = BigInteger.valueOf(Math.max(0, momentum - 2)).pow(2);
        BigInteger root = t.multiply(t).subtract(least.shiftLeft(2 * Intervals.BITS + 2)).max(BigInteger.ZERO).sqrt()
                .add(BigInteger.ONE);
        return Intervals.fitting(t.add(root).shiftRight(1).add(BigInteger.ONE).sqrt().add(BigInteger.ONE));
    }

    /** The power of 2 that is near {@code sqrt(m / a)}, with which the norm is small for eigenvalues from 0 to a. */
    private int power(long greatest) {
        int twice = bits(momentum) - bits(greatest);
        return Math.max(-LARGEST_POWER, Math.min(LARGEST_POWER, twice / 2));
    }

    private static int bits(long number) {
        return Long.SIZE - Long.numberOfLeadingZeros(number);
    }

    /** {@code (1 - a)^2 + (m/s)^2 + (s a)^2 + m^2}, with twice the bits behind the point. */
    private BigInteger squares(long a) {
        return square(Intervals.ONE - a).add(scaled(square(momentum), -2 * power.orElseThrow()))
                .add(scaled(square(a), 2 * power.orElseThrow())).add(square(momentum));
    }

    private static BigInteger square(long number) {
        return BigInteger.valueOf(number).pow(2);
    }

    private static BigInteger scaled(BigInteger number, int bits) {
        return bits >= 0 ? number.shiftLeft(bits) : number.shiftRight(-bits).add(BigInteger.ONE);
    }

    /** What a radius of A makes of the derivative at most: {@code sqrt(1 + s^2) <= 1 + s} times as much. */
    long spread(long radius) {
        BigInteger wide = BigInteger.valueOf(radius);
        return Intervals.fitting(wide.add(scaled(wide, power.orElseThrow())).add(BigInteger.ONE));
    }

    /** Before a box is made nothing is known of the eigenvalues, and the scale is 1. */
    int scale() {
        return power.orElse(0);
    }

    /** {@code s eta} times a radius of the velocity. */
    long scaled(long radius) {
        return Radius.shift(Radius.multiply(radius, Radius.of(above(rate))), scale() - Intervals.BITS);
    }

    /** A radius of the velocity from one that is scaled. */
    long unscaled(long radius) {
        return Radius.shift(Radius.multiply(radius, Radius.of(above(rate.reciprocal()))), -scale() - Intervals.BITS);
    }
}
