package org.stillpoint.check.rounding;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/**
 * Any expression.
 *
 * @param error E
 * @param magnitude M
 */
record Inexact(BigFraction value, BigFraction error, BigFraction magnitude, int roundings) implements Rounded {

    /** Bits behind the point to which values and bounds are shortened, far beyond those of a float. */
    private static final int KEPT_BITS = 192;
    private static final BigInteger GRID = BigInteger.ONE.shiftLeft(KEPT_BITS);

    /** A stored number that is at most this far from an exact one. */
    static Inexact around(BigFraction value, BigFraction error) {
        if (error.signum() == 0) {
            return new Inexact(value, error, value.abs(), 0);
        }
        BigFraction kept = shortened(value);
        BigFraction bound = raised(error.add(value.subtract(kept).abs()));
        return new Inexact(kept, bound, kept.abs().add(bound), 0);
    }

    private static BigFraction shortened(BigFraction number) {
        return number.getDenominator().bitLength() <= KEPT_BITS ? number
                : new BigFraction(number.getNumerator().shiftLeft(KEPT_BITS).divide(number.getDenominator()), GRID);
    }

    /** At least this non-negative number. */
    private static BigFraction raised(BigFraction number) {
        return number.getDenominator().bitLength() <= KEPT_BITS ? number
                : shortened(number).add(new BigFraction(BigInteger.ONE, GRID));
    }

    @Override
    public Rounded withRoundings(int other) {
        return new Inexact(value, error, magnitude, other);
    }

    @Override
    public boolean isZero() {
        return magnitude.signum() == 0;
    }

    @Override
    public Rounded negate() {
        return new Inexact(value.negate(), error, magnitude, roundings);
    }

    private static Inexact general(Rounded number) {
        return number instanceof Inexact inexact ? inexact
                : new Inexact(number.value(), BigFraction.ZERO, ((Dyadic) number).bound(), number.roundings());
    }

    @Override
    public Rounded plus(Rounded other) {
        if (other.isZero()) {
            return this;
        }
        Inexact right = general(other);
        return new Inexact(value.add(right.value), error.add(right.error), magnitude.add(right.magnitude),
                Math.max(roundings, right.roundings) + 1);
    }

    /** {@code |x' y' - x y| <= |x'| |y' - y| + |y| |x' - x|}, where M bounds x' and y too. */
    @Override
    public Rounded times(Rounded other) {
        if (isZero() || other.isZero()) {
            return ZERO;
        }
        Inexact right = general(other);
        return new Inexact(value.multiply(right.value), magnitude.multiply(right.error).add(right.magnitude.multiply(error)),
                magnitude.multiply(right.magnitude), roundings + right.roundings + 1);
    }

    /** Two operations: the reciprocal, and the product with it. */
    @Override
    public Rounded dividedBy(int divisor) {
        BigInteger whole = BigInteger.valueOf(divisor);
        return new Inexact(value.divide(whole), error.divide(whole), magnitude.divide(whole), roundings + 2);
    }

    @Override
    public Rounded stored(FloatFormat format) {
        if (!format.rounds()) {
            return Dyadic.of(value).orElse(new Inexact(value, BigFraction.ZERO, value.abs(), 0));
        }
        BigFraction ku = format.unitRoundoff().multiply(roundings);
        BigFraction gamma = ku.divide(BigFraction.ONE.subtract(ku));
        return around(value, error.add(gamma.multiply(magnitude)));
    }

    @Override
    public int sign() {
        if (error.signum() != 0 && value.abs().compareTo(error) <= 0) {
            throw new UndecidedSignException();
        }
        return value.signum();
    }

    @Override
    public boolean admits(BigFraction answer) {
        return answer.subtract(value).abs().compareTo(error) <= 0;
    }
}
