package org.stillpoint.check.verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.check.question.Reported;
import org.stillpoint.check.rounding.FloatFormat;
import org.stillpoint.check.rounding.Rounded;
import org.stillpoint.domain.ExactNumber;

/**
 * Numbers as somebody who calculates with floats knows them: the shortest decimal that denotes the same float, and a fraction
 * where nothing is rounded. Two floats that differ are shown differently.
 */
public record NumberText(FloatFormat arithmetic) {

    private static final int MOST_ZEROS = 6;
    private static final int LONGEST_PLAIN = 15;
    /** Numbers that differ by more than this part of both are seen to differ in the digits that {@link #FEW} leaves. */
    private static final int FAR = 10_000;
    private static final int LONGEST_WHOLE = 10;
    private static final MathContext FEW = new MathContext(6);
    private static final MathContext BOUND = new MathContext(2, RoundingMode.UP);

    /** The shortest decimal of a float, and the fraction itself where nothing is rounded. */
    public String of(BigFraction number) {
        return arithmetic.rounds() ? plain(decimal(number)) : ExactNumber.write(number);
    }

    /** A number of an answer; what is not finite, as the program wrote it. */
    public String of(Reported reported) {
        return reported.value().map(this::of).orElse(reported.text());
    }

    /** Without what rounding errors may add. */
    public String of(Rounded number) {
        return of(number.value());
    }

    /** With the bound on rounding errors, if there is one. */
    public String within(Rounded number) {
        return number.error().signum() == 0 ? of(number) : of(number) + " (give or take " + bound(number.error()) + ")";
    }

    /** A number of an answer and the right one, with as many digits as it takes to see that they differ. */
    public Pair pair(Reported reported, Rounded right) {
        boolean plain = reported.value().map(value -> !rounded(value).equals(rounded(right.value()))
                && far(value, right.value())).orElse(true);
        return plain ? new Pair(reported.value().map(this::brief).orElse(reported.text()), brief(right.value()))
                : new Pair(of(reported), within(right));
    }

    /** Two numbers that are shown together. */
    public record Pair(String reported, String right) {
    }

    /** Whether they differ in the first digits already. */
    private static boolean far(BigFraction a, BigFraction b) {
        return a.subtract(b).abs().multiply(FAR).compareTo(a.abs().add(b.abs())) > 0;
    }

    /** The number itself if it is short, or else its first digits. */
    public String brief(BigFraction number) {
        String whole = of(number);
        return whole.length() <= LONGEST_WHOLE ? whole : rounded(number);
    }

    private static String rounded(BigFraction number) {
        BigDecimal few = new BigDecimal(number.getNumerator()).divide(new BigDecimal(number.getDenominator()), FEW);
        return plain(few.signum() == 0 ? BigDecimal.ZERO : few.stripTrailingZeros());
    }

    private static String bound(BigFraction error) {
        return plain(new BigDecimal(error.getNumerator()).divide(new BigDecimal(error.getDenominator()), BOUND));
    }

    /** The shortest decimal that the arithmetic, which rounds, reads as the float next to a number. */
    public BigDecimal decimal(BigFraction number) {
        BigFraction nearest = arithmetic.nearest(number);
        BigDecimal numerator = new BigDecimal(nearest.getNumerator());
        BigDecimal denominator = new BigDecimal(nearest.getDenominator());
        int digits = 1;
        BigDecimal shortest = numerator.divide(denominator, new MathContext(digits));
        while (!arithmetic.read(shortest).equals(nearest)) {
            digits++;
            shortest = numerator.divide(denominator, new MathContext(digits));
        }
        return shortest.signum() == 0 ? BigDecimal.ZERO : shortest.stripTrailingZeros();
    }

    private static String plain(BigDecimal decimal) {
        int integerDigits = decimal.precision() - decimal.scale();
        return -MOST_ZEROS < integerDigits && integerDigits <= LONGEST_PLAIN ? decimal.toPlainString()
                : ExactNumber.write(decimal);
    }
}
