package org.stillpoint.check.rounding;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Named;

/** The numbers that a program calculates with. */
public enum FloatFormat implements Named {

    /** IEEE 754 binary32. */
    FLOAT32("float32", 24, -126),

    /** IEEE 754 binary64. */
    FLOAT64("float64", 53, -1022),

    /** Rationals, of which none is rounded. */
    EXACT("exact", Integer.MAX_VALUE, 0);

    /** Numbers with more digits before the point are beyond every format, those with more zeros behind it are below. */
    private static final int DIGITS_BEYOND = 400;

    private final String id;
    private final int precision;
    private final int leastExponent;

    FloatFormat(String id, int precision, int leastExponent) {
        this.id = id;
        this.precision = precision;
        this.leastExponent = leastExponent;
    }

    @Override
    public String id() {
        return id;
    }

    /** @throws org.stillpoint.domain.DomainException if no format has this name */
    public static FloatFormat fromId(String id) {
        return Named.find("arithmetic", List.of(values()), id);
    }

    public boolean rounds() {
        return this != EXACT;
    }

    /** The bits of a mantissa. */
    public int precision() {
        return precision;
    }

    /**
     * The number of this format that a decimal denotes, which is the nearest one, ties to even; a decimal beyond the largest is
     * taken as if there were no largest, but one of more than 400 digits as {@code 1e400}, so that none takes memory.
     */
    public BigFraction read(BigDecimal decimal) {
        if (!rounds()) {
            return ExactNumber.of(decimal);
        }
        long scale = (long) decimal.precision() - decimal.scale();
        if (decimal.signum() == 0 || scale < -DIGITS_BEYOND) {
            return BigFraction.ZERO;
        }
        return nearest(ExactNumber.of(scale > DIGITS_BEYOND ? beyond(decimal.signum()) : decimal));
    }

    private static BigDecimal beyond(int sign) {
        return new BigDecimal(BigInteger.valueOf(sign), -DIGITS_BEYOND);
    }

    /** The nearest number of this format, ties to even, as if there were no largest. */
    public BigFraction nearest(BigFraction exact) {
        if (!rounds() || exact.signum() == 0) {
            return exact;
        }
        BigInteger numerator = exact.getNumerator().abs();
        BigInteger denominator = exact.getDenominator();
        int exponent = numerator.bitLength() - denominator.bitLength();
        if (shifted(numerator, -exponent).compareTo(shifted(denominator, exponent)) < 0) {
            exponent--;
        }
        int quantum = Math.max(exponent, leastExponent) - precision + 1;
        BigInteger[] parts = shifted(numerator, -quantum).divideAndRemainder(shifted(denominator, quantum));
        int half = parts[1].shiftLeft(1).compareTo(shifted(denominator, quantum));
        BigInteger rounded = half > 0 || half == 0 && parts[0].testBit(0) ? parts[0].add(BigInteger.ONE) : parts[0];
        BigInteger signed = exact.signum() < 0 ? rounded.negate() : rounded;
        return quantum >= 0 ? new BigFraction(signed.shiftLeft(quantum), BigInteger.ONE)
                : new BigFraction(signed, BigInteger.ONE.shiftLeft(-quantum));
    }

    /** Times {@code 2^bits} where that is a whole number by itself; the other side of a fraction takes the rest. */
    private static BigInteger shifted(BigInteger number, int bits) {
        return bits > 0 ? number.shiftLeft(bits) : number;
    }

    /** Whether this format holds a number exactly. */
    public boolean holds(BigFraction number) {
        return nearest(number).equals(number);
    }
}
