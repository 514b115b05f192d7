package org.stillpoint.check.rounding;

import org.hipparchus.fraction.BigFraction;

/**
 * Any expression.
 *
 * @param exact its value
 * @param off E
 * @param magnitude M
 */
record Inexact(Scaled exact, Above off, Above magnitude, int roundings) implements Rounded {

    /** Bits behind the point to which values are shortened, far beyond those of a float. */
    private static final int KEPT_BITS = 192;
    private static final Above LAST_BIT = new Above(1, -KEPT_BITS);

    /** k u stays below 2^-10 in binary32 too. */
    private static final int MOST_ROUNDINGS = 1 << 14;

    /** An exact number. */
    static Inexact of(BigFraction exact) {
        Scaled scaled = Scaled.of(exact);
        return new Inexact(scaled, Above.ZERO, scaled.size(), 0);
    }

    /** A stored number that is at most this far from an exact one. */
    static Inexact around(Scaled value, Above error) {
        if (value.isShort(KEPT_BITS)) {
            return new Inexact(value, error, value.size().plus(error), 0);
        }
        Scaled kept = value.shortened(KEPT_BITS);
        Above bound = error.plus(LAST_BIT);
        return new Inexact(kept, bound, kept.size().plus(bound), 0);
    }

    @Override
    public BigFraction value() {
        return exact.value();
    }

    @Override
    public BigFraction error() {
        return off.value();
    }

    @Override
    public Rounded withRoundings(int other) {
        return new Inexact(exact, off, magnitude, other);
    }

    @Override
    public boolean isZero() {
        return magnitude.isZero();
    }

    @Override
    public Rounded negate() {
        return new Inexact(exact.negate(), off, magnitude, roundings);
    }

    static Inexact general(Rounded number) {
        return number instanceof Inexact inexact ? inexact : ((Dyadic) number).general();
    }

    @Override
    public Rounded plus(Rounded other) {
        if (other.isZero()) {
            return this;
        }
        Inexact right = general(other);
        return new Inexact(exact.plus(right.exact), off.plus(right.off), magnitude.plus(right.magnitude),
                Math.max(roundings, right.roundings) + 1);
    }

    /** {@code |x' y' - x y| <= |x'| |y' - y| + |y| |x' - x|}, where M bounds x' and y too. */
    @Override
    public Rounded times(Rounded other) {
        if (isZero() || other.isZero()) {
            return ZERO;
        }
        Inexact right = general(other);
        return new Inexact(exact.times(right.exact), magnitude.times(right.off).plus(right.magnitude.times(off)),
                magnitude.times(right.magnitude), roundings + right.roundings + 1);
    }

    /** Two operations: the reciprocal, and the product with it. */
    @Override
    public Rounded dividedBy(int divisor) {
        return new Inexact(exact.dividedBy(divisor), off.dividedBy(divisor), magnitude.dividedBy(divisor), roundings + 2);
    }

    /** {@code gamma_k <= k u (1 + 2^-9)}, as k u is below {@code 2^-10}: nobody asks for so many operations. */
    @Override
    public Rounded stored(FloatFormat format) {
        if (!format.rounds()) {
            return Rounded.of(exact.value());
        }
        if (roundings >= MOST_ROUNDINGS) {
            throw new IllegalStateException(roundings + " operations, expected fewer than " + MOST_ROUNDINGS);
        }
        Above ku = Above.of(roundings).shifted(-format.precision());
        Above gamma = ku.plus(ku.shifted(-9));
        return around(exact, off.plus(gamma.times(magnitude)));
    }

    @Override
    public int sign() {
        if (!off.isZero() && exact.isWithin(off)) {
            throw new UndecidedSignException();
        }
        return exact.signum();
    }

    @Override
    public boolean admits(BigFraction answer) {
        return exact.plus(Scaled.of(answer.negate())).isWithin(off);
    }
}
