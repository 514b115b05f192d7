package org.stillpoint.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealTest {

    @Property
    void endsAreRoundedOutward(@ForAll long a, @ForAll long b, @ForAll @IntRange(min = 1) int denominator,
            @ForAll @IntRange(min = 1, max = 25) int digits) {
        BigFraction low = new BigFraction(Math.min(a, b)).divide(denominator);
        BigFraction high = new BigFraction(Math.max(a, b)).divide(denominator).add(BigFraction.ONE_THIRD);
        Enclosure real = (Enclosure) Real.of(low, high, digits);

        assertThat(fraction(real.low())).isLessThanOrEqualTo(low);
        assertThat(fraction(real.high())).isGreaterThanOrEqualTo(high);
        assertThat(real.low().precision()).isLessThanOrEqualTo(digits + 3);
        assertThat(real.high().precision()).isLessThanOrEqualTo(digits + 3);
    }

    private static BigFraction fraction(BigDecimal number) {
        int decimals = Math.max(0, number.scale());
        return new BigFraction(number.scaleByPowerOfTen(decimals).toBigIntegerExact(), BigInteger.TEN.pow(decimals));
    }

    @Test
    void equalEndsAreAnExactNumberWhichFitsAnyDigits() {
        Real third = Real.of(BigFraction.ONE_THIRD, BigFraction.ONE_THIRD, 5);

        assertThat(third).isEqualTo(new Exact(BigFraction.ONE_THIRD));
        assertThat(third.fits(1000)).isTrue();
    }

    @Test
    void endsAreRoundedAwayFromTheNumberOnBothSidesOfZero() {
        assertThat(Real.of(BigFraction.ONE_THIRD, BigFraction.TWO_THIRDS, 1))
                .isEqualTo(new Enclosure(new BigDecimal("0.3333"), new BigDecimal("0.6667")));
        assertThat(Real.of(BigFraction.TWO_THIRDS.negate(), BigFraction.ONE_THIRD.negate(), 1))
                .isEqualTo(new Enclosure(new BigDecimal("-0.6667"), new BigDecimal("-0.3333")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.234   | 1.235   | 4
            1.2340  | 1.2351  | 3
            9.999   | 10.001  | 3
            99.5    | 100.5   | 2
            -1.235  | -1.234  | 4
            -0.0124 | -0.0123 | 3
            1234    | 1235    | 4
            120000  | 130000  | 2
            -0.0005 | 0.0005  | 3
            0       | 0.001   | 3
            -0.001  | 0       | 3
            1       | 11      | 0
            """)
    void anEnclosureFitsTheDigitsThatItIsNoWiderThanAUnitOf(BigDecimal low, BigDecimal high, int digits) {
        Enclosure real = new Enclosure(low, high);

        assertThat(real.fits(digits)).isTrue();
        assertThat(real.fits(digits + 1)).isFalse();
    }

    @Test
    void anEnclosureWhoseEndsAreEqualOrTheWrongWayRoundIsRefused() {
        assertThatThrownBy(() -> new Enclosure(BigDecimal.ONE, new BigDecimal("1.0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 to 1.0 is no enclosure, expected low below high");
        assertThatThrownBy(() -> new Enclosure(BigDecimal.ONE, BigDecimal.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
