package org.stillpoint.enclosure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.hipparchus.fraction.BigFraction;

/** A real number, as far as it is known: what results are made of. */
public sealed interface Real permits Exact, Enclosure {

    /** Decimals for each end beyond the digits that are asked for, so that rounding outward costs little of the width. */
    int GUARD_DIGITS = 3;

    /**
     * Whether the number is known to this many significant digits: exactly, or in an enclosure no wider than one unit of the last
     * of them; around zero, which has no first digit, no wider than {@code 10^-digits}.
     */
    boolean fits(int digits);

    /** A real number from low to high; exact if they are equal, otherwise with both ends rounded outward to decimals. */
    static Real of(BigFraction low, BigFraction high, int digits) {
        return low.equals(high) ? new Exact(low)
                : new Enclosure(decimal(low, digits, RoundingMode.FLOOR), decimal(high, digits, RoundingMode.CEILING));
    }

    private static BigDecimal decimal(BigFraction number, int digits, RoundingMode outward) {
        return new BigDecimal(number.getNumerator())
                .divide(new BigDecimal(number.getDenominator()), new MathContext(digits + GUARD_DIGITS, outward));
    }
}
