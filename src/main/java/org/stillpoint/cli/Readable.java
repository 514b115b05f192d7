package org.stillpoint.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.enclosure.Exact;
import org.stillpoint.enclosure.Real;
import org.stillpoint.format.RealText;

/** Exact numbers for people. */
final class Readable {

    private static final int LONGEST = 40;
    private static final int DIGITS = 4;

    private Readable() {
    }

    /** The fraction, and for one that is no integer its decimal, from its exact digits; a long fraction is left out. */
    static String number(BigFraction value) {
        String exact = ExactNumber.write(value);
        if (exact.length() <= LONGEST && !exact.contains("/")) {
            return exact;
        }
        return exact.length() <= LONGEST
                ? exact + " (" + decimal(value) + ")"
                : decimal(value) + " (a fraction of " + exact.length() + " characters, in full with --json)";
    }

    /** An exact number as above; the digits that are known of another. */
    static String number(Real value) {
        return value instanceof Exact exact ? number(exact.value()) : RealText.of(value);
    }

    private static String decimal(BigFraction value) {
        BigDecimal numerator = new BigDecimal(value.getNumerator());
        BigDecimal denominator = new BigDecimal(value.getDenominator());
        BigDecimal rounded = numerator.divide(denominator, DIGITS, RoundingMode.HALF_EVEN);
        boolean isExact = rounded.multiply(denominator).compareTo(numerator) == 0;
        return (isExact ? "= " : "about ") + rounded.stripTrailingZeros().toPlainString();
    }
}
