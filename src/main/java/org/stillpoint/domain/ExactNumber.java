package org.stillpoint.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * Exact rationals as text: {@code 3/4}, {@code -2}, {@code 0.125}, {@code 1e-3}. A decimal is read as a decimal, so 0.1 is 1/10;
 * nothing passes through floating point. Literals are read without regular expressions, which would make the lab in the browser
 * much larger.
 */
public final class ExactNumber {

    /** The longest literal that is read, in characters. */
    public static final int MAX_LENGTH = 20_000;

    /** The largest exponent of ten that is read, in absolute value. */
    public static final int MAX_EXPONENT = 10_000;

    private static final int QUOTED_LENGTH = 40;

    private ExactNumber() {
    }

    /**
     * The rational that a literal stands for.
     *
     * @throws DomainException if the text is no literal, has denominator zero, or is over the limits on length and exponent
     */
    public static BigFraction parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new DomainException("a number of " + text.length() + " characters, expected at most " + MAX_LENGTH);
        }
        int slash = text.indexOf('/');
        if (slash >= 0 && isInteger(text.substring(0, slash)) && isNatural(text.substring(slash + 1))) {
            return quotient(text, new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
        }
        if (isDecimal(text)) {
            requireSmallExponent(text, exponentDigits(text));
            return of(new BigDecimal(text));
        }
        throw new DomainException(quoted(text) + " is not an exact number, expected one such as 3/4, -2, 0.125 or 1e-3");
    }

    /** Whether a text is a decimal as JSON has them: {@code -2}, {@code 0.125} or {@code 1e-3}; not {@code 01}, {@code .5}. */
    public static boolean isDecimal(String text) {
        int exponent = exponentAt(text);
        String mantissa = text.substring(0, exponent);
        int point = mantissa.indexOf('.');
        return isInteger(point < 0 ? mantissa : mantissa.substring(0, point))
                && (point < 0 || isDigits(mantissa.substring(point + 1)))
                && (exponent == text.length() || isDigits(exponentDigits(text)));
    }

    /** The rational that a decimal is. */
    public static BigFraction of(BigDecimal decimal) {
        BigInteger power = BigInteger.TEN.pow(Math.abs(decimal.scale()));
        return decimal.scale() > 0
                ? new BigFraction(decimal.unscaledValue(), power)
                : new BigFraction(decimal.unscaledValue().multiply(power), BigInteger.ONE);
    }

    /** The literal of a rational: lowest terms, positive denominator, integers without {@code /1}. */
    public static String write(BigFraction value) {
        BigFraction reduced = new BigFraction(value.getNumerator(), value.getDenominator());
        String numerator = reduced.getNumerator().toString();
        return reduced.getDenominator().equals(BigInteger.ONE) ? numerator : numerator + "/" + reduced.getDenominator();
    }

    /** The literal of a decimal, with every digit that it has, also zeros at its end: {@code 0.250}, {@code 1.20e-30}. */
    public static String write(BigDecimal value) {
        return value.toString().replace('E', 'e');
    }

    /**
     * Checks that a number is of the class {@link BigFraction} itself: what is proved rests on its methods, and a subclass may
     * calculate otherwise.
     *
     * @throws DomainException if it is of another class
     */
    public static void requirePlain(BigFraction value) {
        if (value.getClass() != BigFraction.class) {
            throw new DomainException("a number of " + value.getClass()
                    + ", expected BigFraction itself, as a subclass may calculate otherwise");
        }
    }

    /** The root of a number, if it has one that is rational. */
    public static Optional<BigFraction> squareRoot(BigFraction square) {
        if (square.signum() < 0) {
            return Optional.empty();
        }
        BigInteger[] numerator = square.getNumerator().sqrtAndRemainder();
        BigInteger[] denominator = square.getDenominator().sqrtAndRemainder();
        return numerator[1].signum() == 0 && denominator[1].signum() == 0
                ? Optional.of(new BigFraction(numerator[0], denominator[0])) : Optional.empty();
    }

    /** The bits of the longer one of numerator and denominator. */
    public static int bits(BigFraction value) {
        return Math.max(value.getNumerator().bitLength(), value.getDenominator().bitLength());
    }

    /** Where the letter stands that begins the exponent; the end of the text if there is none. */
    private static int exponentAt(String text) {
        int letter = Math.max(text.indexOf('e'), text.indexOf('E'));
        return letter < 0 ? text.length() : letter;
    }

    /** What follows on the letter of the exponent and its sign. */
    private static String exponentDigits(String text) {
        String exponent = text.substring(Math.min(exponentAt(text) + 1, text.length()));
        return exponent.startsWith("+") || exponent.startsWith("-") ? exponent.substring(1) : exponent;
    }

    private static boolean isInteger(String text) {
        return isNatural(text.startsWith("-") ? text.substring(1) : text);
    }

    private static boolean isNatural(String text) {
        return isDigits(text) && (text.length() == 1 || text.charAt(0) != '0');
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static BigFraction quotient(String text, BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            throw new DomainException(quoted(text) + " has denominator zero, expected a positive one");
        }
        return new BigFraction(numerator, denominator);
    }

    private static void requireSmallExponent(String text, String exponentDigits) {
        if (!exponentDigits.isEmpty()
                && new BigInteger(exponentDigits).compareTo(BigInteger.valueOf(MAX_EXPONENT)) > 0) {
            throw new DomainException(quoted(text) + " has too large an exponent, expected one from -" + MAX_EXPONENT
                    + " to " + MAX_EXPONENT);
        }
    }

    /** A text in quotes, its head only if it is too long for a message, with ? for each control character. */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        shortened(text).chars().forEach(c -> quoted.append(Character.isISOControl(c) ? '?' : (char) c));
        return quoted.append('"').toString();
    }

    /** The head of a text that is too long for a message. */
    static String shortened(String text) {
        return text.length() <= QUOTED_LENGTH ? text : text.substring(0, QUOTED_LENGTH) + "...";
    }
}
