package org.stillpoint.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.check.question.Reported;
import org.stillpoint.check.rounding.Rounded;
import org.stillpoint.domain.ExactNumber;

/** Numbers of a page that is read by people who calculate along: short, and with a real minus. */
final class CaseNumbers {

    private static final int LONGEST_DECIMAL = 9;
    private static final int LONGEST_FRACTION = 9;
    private static final int SHORT = 6;
    private static final MathContext LITTLE = new MathContext(3);
    private static final MathContext ROUNDED = new MathContext(6);

    private CaseNumbers() {
    }

    /** The decimal if it is short, the fraction if that is, or else the first digits. */
    static String of(BigFraction number) {
        String fraction = ExactNumber.write(number);
        if (!fraction.contains("/") && fraction.length() <= LONGEST_DECIMAL) {
            return minus(fraction);
        }
        String rounded = decimal(number).stripTrailingZeros().toPlainString();
        if (isExact(number)) {
            return minus(rounded);
        }
        return fraction.length() <= LONGEST_FRACTION ? minus(fraction)
                : minus(rounded.length() <= LONGEST_DECIMAL + 2 ? rounded : ExactNumber.write(decimal(number)));
    }

    /** Where there is little room. */
    static String inPicture(BigFraction number) {
        String text = of(number);
        return text.length() <= SHORT ? text : minus(new BigDecimal(number.getNumerator())
                .divide(new BigDecimal(number.getDenominator()), LITTLE).stripTrailingZeros().toPlainString());
    }

    static String of(Rounded number) {
        return of(number.value());
    }

    /** What is no finite number, as the program wrote it. */
    static String of(Reported number) {
        return number.value().map(CaseNumbers::of).orElse(number.text());
    }

    /** As in a product or a sum: a negative number in brackets. */
    static String factor(Rounded number) {
        return number.value().signum() < 0 ? "(" + of(number) + ")" : of(number);
    }

    /** The fraction beside a short decimal, and nothing beside an integer or another fraction. */
    static String beside(BigFraction number) {
        String fraction = ExactNumber.write(number);
        return fraction.contains("/") && isExact(number) && fraction.length() <= LONGEST_FRACTION ? minus(fraction) : "";
    }

    /** As in {@code (1, 2)}. */
    static String of(List<BigFraction> vector) {
        return "(" + String.join(", ", vector.stream().map(CaseNumbers::of).toList()) + ")";
    }

    private static boolean isExact(BigFraction number) {
        return ExactNumber.of(decimal(number)).equals(number)
                && decimal(number).stripTrailingZeros().toPlainString().length() <= LONGEST_DECIMAL;
    }

    private static BigDecimal decimal(BigFraction number) {
        return new BigDecimal(number.getNumerator()).divide(new BigDecimal(number.getDenominator()), ROUNDED);
    }

    /** A sentence with a real minus before each negative number. */
    static String typeset(String sentence) {
        return sentence.replaceAll("(?<![\\w-])-(?=\\d)", "\u2212").replace(" * ", " \u00b7 ");
    }

    /** A number with a real minus, which is not the one of an exponent. */
    static String minus(String number) {
        return typeset(number);
    }
}
