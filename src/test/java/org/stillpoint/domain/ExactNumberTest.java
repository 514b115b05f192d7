package org.stillpoint.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactNumberTest {

    @ParameterizedTest
    @CsvSource({"3/4, 3, 4", "-2, -2, 1", "0.125, 1, 8", "1e-3, 1, 1000", "0.1, 1, 10", "6/4, 3, 2", "-0, 0, 1", "0/7, 0, 1",
        "-2.5E+2, -250, 1", "0e9999, 0, 1", "-1/3, -1, 3"})
    void aLiteralStandsForItsExactValue(String literal, int numerator, int denominator) {
        assertThat(ExactNumber.parse(literal)).isEqualTo(new BigFraction(numerator, denominator));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "NaN", "Infinity", "-Infinity", "1/0", "0/0", "1/-2", "+1", ".5", "1.", "01", "0x10", "1 /2",
        "1/2/3", "1.5/2", "1e", "1e999999999", "1e-10001", "1e99999999999999999999", "one", "1d", "\u0661"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> ExactNumber.parse(text)).isInstanceOf(DomainException.class)
                .hasMessageContaining("expected").message().doesNotContain("\n");
    }

    @Test
    void theLongestLiteralIsReadAndALongerOneIsRefused() {
        String longest = "9".repeat(ExactNumber.MAX_LENGTH);

        assertThat(ExactNumber.parse(longest)).isEqualTo(new BigFraction(new BigInteger(longest)));
        assertThatThrownBy(() -> ExactNumber.parse(longest + "9")).isInstanceOf(DomainException.class)
                .hasMessage("a number of 20001 characters, expected at most 20000");
    }

    @Test
    void errorsQuoteOnlyTheHeadOfALongTextAndNoControlCharacters() {
        assertThatThrownBy(() -> ExactNumber.parse("x\n".repeat(1000))).message().hasSizeLessThan(120).doesNotContain("\n");
    }

    @Property
    void whatIsWrittenIsReadBack(@ForAll BigInteger numerator, @ForAll BigInteger denominator) {
        BigFraction value = new BigFraction(numerator, denominator.abs().add(BigInteger.ONE));

        assertThat(ExactNumber.parse(ExactNumber.write(value))).isEqualTo(value);
    }

    @Property
    void numbersAreWrittenInLowestTermsWithPositiveDenominator(@ForAll int numerator,
            @ForAll @IntRange(min = 1) int denominator) {
        String[] parts = ExactNumber.write(new BigFraction(numerator, -(long) denominator)).split("/");

        BigInteger top = new BigInteger(parts[0]);
        BigInteger bottom = parts.length == 1 ? BigInteger.ONE : new BigInteger(parts[1]);
        assertThat(top.multiply(BigInteger.valueOf(denominator)))
                .isEqualTo(bottom.multiply(BigInteger.valueOf(-(long) numerator)));
        assertThat(top.gcd(bottom)).isEqualTo(BigInteger.ONE);
        assertThat(bottom.signum()).isPositive();
        assertThat(parts.length == 2).isEqualTo(!bottom.equals(BigInteger.ONE));
    }

    @Property
    void aDecimalIsReadAsTheDecimalItIs(@ForAll long digits, @ForAll @IntRange(min = -50, max = 50) int scale) {
        BigFraction value = ExactNumber.parse(BigDecimal.valueOf(digits, scale).toString());

        BigFraction power = new BigFraction(BigInteger.TEN.pow(Math.abs(scale)));
        BigFraction whole = new BigFraction(digits);
        assertThat(value).isEqualTo(scale < 0 ? whole.multiply(power) : whole.divide(power));
    }

    /** The grammar once more, as regular expressions, which the lab is too small for. */
    @Property
    void whatIsReadIsWhatTheGrammarAllows(@ForAll @Chars({'0', '1', '9', '-', '+', '.', '/', 'e', 'E', ' ', '\u0661'})
            @StringLength(max = 8) String text) {
        String integer = "-?(?:0|[1-9][0-9]*)";
        boolean isDecimal = text.matches(integer + "(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
        boolean isFraction = text.matches(integer + "/(?:0|[1-9][0-9]*)");

        assertThat(ExactNumber.isDecimal(text)).isEqualTo(isDecimal);
        try {
            ExactNumber.parse(text);
            assertThat(isDecimal || isFraction).isTrue();
        } catch (DomainException e) {
            assertThat(isDecimal || isFraction).isEqualTo(e.getMessage().contains("denominator zero")
                    || e.getMessage().contains("large an exponent"));
        }
    }

    @Test
    void aQuotedTextHasNoControlCharacters() {
        assertThat(ExactNumber.quoted("a\t\u007f\u0085\u00e9")).isEqualTo("\"a???\u00e9\"");
    }

    @Property
    void theRootOfASquareIsFoundAndNoOtherIs(@ForAll @IntRange(min = 0, max = 1000) int numerator,
            @ForAll @IntRange(min = 1, max = 1000) int denominator) {
        BigFraction root = new BigFraction(numerator, denominator);
        BigFraction square = root.multiply(root);

        assertThat(ExactNumber.squareRoot(square)).contains(root);
        assertThat(ExactNumber.squareRoot(square.multiply(2)).isPresent()).isEqualTo(numerator == 0);
        assertThat(ExactNumber.squareRoot(root.negate()).isPresent()).isEqualTo(numerator == 0);
    }

    @Test
    void bitsAreThoseOfTheLongerPart() {
        assertThat(ExactNumber.bits(new BigFraction(1, 8))).isEqualTo(4);
        assertThat(ExactNumber.bits(new BigFraction(-255, 2))).isEqualTo(8);
        assertThat(ExactNumber.bits(BigFraction.ZERO)).isEqualTo(1);
    }
}
