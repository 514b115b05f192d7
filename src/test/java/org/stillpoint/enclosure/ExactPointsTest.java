package org.stillpoint.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactPointsTest {

    @ParameterizedTest
    @ValueSource(ints = {24, 128, 1024})
    void aDyadicValueAtAnExactPointIsExact(int bits) {
        Precision p = Precision.of(bits);
        Ball zero = p.zero();
        Ball quarter = p.ball(new BigFraction(1, 4));

        assertThat(p.exp(zero)).isEqualTo(p.one());
        assertThat(p.log(p.one())).isEqualTo(zero);
        assertThat(p.erf(zero)).isEqualTo(zero);
        assertThat(p.sqrt(zero)).isEqualTo(zero);
        assertThat(p.sqrt(quarter)).isEqualTo(p.half());
        assertThat(p.sigmoid(zero)).isEqualTo(new Slope(p.half(), quarter));
        assertThat(p.tanh(zero)).isEqualTo(new Slope(zero, p.one()));
        assertThat(p.softplus(zero).slope()).isEqualTo(p.half());
        assertThat(p.elu(zero)).isEqualTo(new Slope(zero, p.one()));
        assertThat(p.elu(p.ball(3))).isEqualTo(new Slope(p.ball(3), p.one()));
        assertThat(p.silu(zero)).isEqualTo(new Slope(zero, p.half()));
        assertThat(p.gelu(zero)).isEqualTo(new Slope(zero, p.half()));
        assertThat(Softmax.shares(p, new Ball[] {p.ball(7)})).containsExactly(p.one());
        assertThat(Softmax.shares(p, new Ball[] {p.ball(7), p.ball(7)})).containsExactly(p.half(), p.half());
    }

    /** The radius is divided with each term of the series: where that was left out it had 17 bits at 5/4. */
    @ParameterizedTest
    @ValueSource(ints = {24, 128, 145})
    void theErrorFunctionAndGeluAreWithinAFewUnitsWhereverTheirSeriesIsSummed(int bits) {
        Precision p = Precision.of(bits);

        for (int quarters = 1; quarters <= 80; quarters++) {
            Ball x = p.ball(new BigFraction(quarters, 4));
            assertThat(p.erf(x).radius()).as("erf of %s/4", quarters).isBetween(1L, 3L);
            assertThat(p.gelu(x).value().radius()).as("gelu of %s/4", quarters).isBetween(1L, 3L);
            assertThat(p.gelu(x.negate()).slope().radius()).as("the slope of gelu at -%s/4", quarters).isBetween(1L, 3L);
        }
    }

    @Test
    void whatABallCannotDecideIsSaid() {
        Precision p = Precision.of(64);
        Ball aroundZero = p.zero().widened(1);
        Ball fromZero = new Ball(BigInteger.ONE, 1);

        for (Ball divisor : new Ball[] {p.zero(), aroundZero, fromZero, fromZero.negate()}) {
            assertThatThrownBy(() -> p.divide(p.one(), divisor)).isInstanceOf(UndecidedException.class)
                    .hasMessage("a divisor that may be zero");
        }
        for (Ball ball : new Ball[] {p.zero(), aroundZero, fromZero, p.ball(-1)}) {
            assertThatThrownBy(() -> p.log(ball)).isInstanceOf(UndecidedException.class)
                    .hasMessage("a logarithm of what may be zero or negative");
        }
        for (Ball ball : new Ball[] {aroundZero, p.ball(-1)}) {
            assertThatThrownBy(() -> p.sqrt(ball)).isInstanceOf(UndecidedException.class)
                    .hasMessage("a square root of what may be negative");
        }
        assertThat(p.low(p.sqrt(fromZero)).signum()).isNotPositive();
    }

    @Test
    void whatIsTooLargeIsRefused() {
        Precision p = Precision.of(64);
        Ball reachesBeyond = p.zero().widened(Radius.of(p.ball(3000).mid()));

        for (Ball ball : new Ball[] {p.ball(2049), p.timesPowerOfTwo(p.one(), 2000), reachesBeyond}) {
            assertThatThrownBy(() -> p.exp(ball)).isInstanceOf(TooLargeException.class)
                    .hasMessage("the exponential of a number above 2048");
        }
        assertThat(p.exp(p.ball(2048)).sign()).isEqualTo(Sign.POSITIVE);
        assertThatThrownBy(() -> Precision.of(Precision.MAX_BITS + 1)).isInstanceOf(TooLargeException.class);
        assertThatThrownBy(() -> Precision.of(7)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a precision of 7 bits, expected 8 or more");
    }

    @Test
    void farFromZeroFunctionsAreCloseToTheirLimits() {
        Precision p = Precision.of(64);
        Ball far = p.timesPowerOfTwo(p.one(), 1000);

        assertThat(p.exp(far.negate())).isEqualTo(p.zero().widened(1));
        assertThat(p.erf(far)).isEqualTo(p.one().widened(1));
        assertThat(p.gelu(far)).isEqualTo(new Slope(far.widened(1), p.one().widened(1)));
        assertThat(p.gelu(far.negate())).isEqualTo(new Slope(p.zero().widened(1), p.zero().widened(1)));
        assertThat(p.high(p.sigmoid(far).value())).isGreaterThanOrEqualTo(BigFraction.ONE);
        assertThat(p.low(p.tanh(far.negate()).value())).isLessThanOrEqualTo(BigFraction.MINUS_ONE);
    }
}
