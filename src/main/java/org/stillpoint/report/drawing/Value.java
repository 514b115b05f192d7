package org.stillpoint.report.drawing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.enclosure.Enclosure;
import org.stillpoint.enclosure.Exact;
import org.stillpoint.enclosure.Real;
import org.stillpoint.format.RealText;

/**
 * The one number of one line or of many, or that these have several.
 *
 * @param number empty if there are several
 * @param kind how it is drawn
 * @param changed whether any of them did
 */
record Value(String number, Kind kind, boolean changed) {

    /** The longest number that a picture shows as it is, in characters; others are rounded. */
    static final int LONGEST = 7;

    /** Stands before a number that is rounded. */
    static final String ABOUT = "\u2248";

    private static final MathContext ROUNDED = new MathContext(3);

    /** What a line looks like. */
    enum Kind {
        ZERO, POSITIVE, NEGATIVE,

        /** Of several numbers, or of one whose sign is not known. */
        MIXED
    }

    /** @param numbers from one number */
    static Value of(List<Real> numbers, boolean changed) {
        Real first = numbers.get(0);
        return numbers.stream().allMatch(first::equals) ? new Value(text(first), kind(first), changed)
                : new Value("", Kind.MIXED, changed);
    }

    /** Whether one number is what there is to show. */
    boolean isSingle() {
        return !number.isEmpty();
    }

    /** Whether there is one number, and it stands as it is. */
    boolean isExact() {
        return isSingle() && !number.startsWith(ABOUT);
    }

    private static Kind kind(Real value) {
        int low = value instanceof Enclosure enclosure ? enclosure.low().signum() : ((Exact) value).value().signum();
        int high = value instanceof Enclosure enclosure ? enclosure.high().signum() : low;
        return low != high ? Kind.MIXED : low == 0 ? Kind.ZERO : low > 0 ? Kind.POSITIVE : Kind.NEGATIVE;
    }

    private static String text(Real value) {
        String exact = value instanceof Exact ? RealText.of(value) : "";
        return value instanceof Exact && exact.length() <= LONGEST ? exact.replace('-', '\u2212') : rounded(value);
    }

    /** To three digits, behind the sign that says so. */
    static String rounded(Real value) {
        BigDecimal decimal = value instanceof Enclosure enclosure ? enclosure.low().round(ROUNDED)
                : quotient(((Exact) value).value());
        return (ABOUT + decimal.stripTrailingZeros()).replace("E+", "e").replace('E', 'e').replace('-', '\u2212');
    }

    private static BigDecimal quotient(BigFraction value) {
        return new BigDecimal(value.getNumerator()).divide(new BigDecimal(value.getDenominator()), ROUNDED);
    }
}
