package org.stillpoint.check.rounding;

import java.math.BigInteger;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * An expression of exact multiples of powers of 2.
 *
 * @param units its value in quanta
 * @param magnitude M in quanta
 * @param quantum q, where a quantum is {@code 2^-q}
 */
record Dyadic(long units, long magnitude, int quantum, int roundings) implements Rounded {

    private static final int MAX_BITS = 62;
    private static final int MAX_QUANTUM = 1000;

    static Optional<Rounded> of(BigFraction exact) {
        BigInteger denominator = exact.getDenominator();
        if (denominator.bitCount() != 1 || exact.getNumerator().bitLength() > MAX_BITS || denominator.bitLength() > MAX_QUANTUM) {
            return Optional.empty();
        }
        return Optional.of(lowest(exact.getNumerator().longValueExact(), denominator.bitLength() - 1));
    }

    /** With the largest quantum. */
    private static Dyadic lowest(long units, int quantum) {
        if (units == 0) {
            return new Dyadic(0, 0, 0, 0);
        }
        int zeros = Long.numberOfTrailingZeros(units);
        return new Dyadic(units >> zeros, Math.abs(units >> zeros), quantum - zeros, 0);
    }

    @Override
    public BigFraction value() {
        BigInteger numerator = BigInteger.valueOf(units);
        return quantum >= 0 ? new BigFraction(numerator, BigInteger.ONE.shiftLeft(quantum))
                : new BigFraction(numerator.shiftLeft(-quantum), BigInteger.ONE);
    }

    @Override
    public BigFraction error() {
        return BigFraction.ZERO;
    }

    @Override
    public Dyadic withRoundings(int other) {
        return new Dyadic(units, magnitude, quantum, other);
    }

    @Override
    public boolean isZero() {
        return magnitude == 0;
    }

    @Override
    public Rounded negate() {
        return new Dyadic(-units, magnitude, quantum, roundings);
    }

    @Override
    public Rounded plus(Rounded other) {
        if (isZero() || other.isZero()) {
            return isZero() ? other : this;
        }
        if (other instanceof Dyadic dyadic) {
            int finer = Math.max(quantum, dyadic.quantum);
            int left = finer - quantum;
            int right = finer - dyadic.quantum;
            if (bits(magnitude) + left < MAX_BITS && bits(dyadic.magnitude) + right < MAX_BITS) {
                return new Dyadic((units << left) + (dyadic.units << right), (magnitude << left) + (dyadic.magnitude << right),
                        finer, Math.max(roundings, dyadic.roundings) + 1);
            }
        }
        return general().plus(other);
    }

    @Override
    public Rounded times(Rounded other) {
        if (other instanceof Dyadic dyadic) {
            int sum = quantum + dyadic.quantum;
            if (bits(magnitude) + bits(dyadic.magnitude) < MAX_BITS && Math.abs(sum) < MAX_QUANTUM) {
                return isZero() || dyadic.isZero() ? ZERO : new Dyadic(units * dyadic.units, magnitude * dyadic.magnitude, sum,
                        roundings + dyadic.roundings + 1);
            }
        }
        return general().times(other);
    }

    @Override
    public Rounded dividedBy(int divisor) {
        int zeros = Integer.numberOfTrailingZeros(divisor);
        return divisor >> zeros == 1 ? new Dyadic(units, magnitude, quantum + zeros, roundings) : general().dividedBy(divisor);
    }

    private static int bits(long positive) {
        return Long.SIZE - Long.numberOfLeadingZeros(positive);
    }

    /** The same, without a limit on its bits. */
    Inexact general() {
        return new Inexact(Scaled.of(BigInteger.valueOf(units), -quantum), Above.ZERO,
                Above.of(BigInteger.valueOf(magnitude), -quantum), roundings);
    }

    @Override
    public Rounded stored(FloatFormat format) {
        if (format.precision() >= MAX_BITS || magnitude <= 1L << format.precision()) {
            return lowest(units, quantum);
        }
        return general().stored(format);
    }

    @Override
    public int sign() {
        return Long.signum(units);
    }

    @Override
    public boolean admits(BigFraction answer) {
        return value().compareTo(answer) == 0;
    }
}
