package org.stillpoint.check.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;

/** Held against the arbitrary precision of another library. */
class ElementaryTest {

    private static final long DIGITS = 60;
    private static final Apfloat ONE = new Apfloat(1, DIGITS);
    private static final Apfloat STEP = new Apfloat("1e-25", DIGITS);
    private static final BigFraction LAST_DIGITS = new BigFraction(BigInteger.ONE, BigInteger.TEN.pow(35));
    private static final BigFraction SLOPE_DIGITS = new BigFraction(BigInteger.ONE, BigInteger.TEN.pow(24));
    private static final Map<Activation, UnaryOperator<Apfloat>> CURVES = Map.of(
            Activation.SIGMOID, ElementaryTest::sigmoid,
            Activation.TANH, ApfloatMath::tanh,
            Activation.SOFTPLUS, z -> ApfloatMath.log(ONE.add(ApfloatMath.exp(z))),
            Activation.ELU, z -> z.signum() > 0 ? z : ApfloatMath.exp(z).subtract(ONE),
            Activation.SILU, z -> z.multiply(sigmoid(z)),
            Activation.GELU, z -> z.multiply(ONE.add(ApfloatMath.erf(z.divide(ApfloatMath.sqrt(new Apfloat(2, DIGITS))))))
                    .divide(new Apfloat(2, DIGITS)),
            Activation.SOFTSIGN, z -> z.divide(ONE.add(ApfloatMath.abs(z))),
            Activation.RATIONAL_SIGMOID, z -> ONE.add(z.divide(ONE.add(ApfloatMath.abs(z)))).divide(new Apfloat(2, DIGITS)));

    private static Apfloat sigmoid(Apfloat z) {
        return ONE.divide(ONE.add(ApfloatMath.exp(z.negate())));
    }

    @Property(tries = 60)
    void valuesAndSlopesAreThoseOfTheFunction(@ForAll("curves") Activation activation, @ForAll("numbers") BigFraction z) {
        Elementary elementary = new Elementary(FloatFormat.FLOAT64, 4);
        Apfloat at = apfloat(z);
        Apfloat above = CURVES.get(activation).apply(at.add(STEP));
        Apfloat below = CURVES.get(activation).apply(at.subtract(STEP));

        assertThat(distance(elementary.value(activation, Rounded.of(z)), exactly(CURVES.get(activation).apply(at))))
                .isLessThan(LAST_DIGITS);
        assertThat(distance(elementary.slope(activation, Rounded.of(z)),
                exactly(above.subtract(below).divide(STEP.multiply(new Apfloat(2, DIGITS)))))).isLessThan(SLOPE_DIGITS);
    }

    @Property(tries = 100)
    void anErrorBelowReachesNoFurtherThanTheBound(@ForAll("curves") Activation activation, @ForAll("numbers") BigFraction z,
                                                  @ForAll("shares") BigFraction share) {
        Elementary elementary = new Elementary(FloatFormat.FLOAT64, 0);
        BigFraction error = new BigFraction(1, 64);
        Rounded near = Inexact.around(Scaled.of(z), Above.of(error));
        Rounded moved = Rounded.of(z.add(error.multiply(share)));

        assertThat(elementary.value(activation, near).admits(elementary.value(activation, moved).value())).isTrue();
        assertThat(elementary.slope(activation, near).admits(elementary.slope(activation, moved).value())).isTrue();
    }

    @Property(tries = 60)
    void softmaxIsADistributionAndItsErrorThatOfAllUnits(@ForAll @Size(min = 1, max = 4) List<@From("numbers") BigFraction> z,
                                                         @ForAll("shares") BigFraction share) {
        Elementary elementary = new Elementary(FloatFormat.FLOAT32, 4);
        BigFraction error = new BigFraction(1, 64);
        List<Rounded> softmax = elementary.softmax(z.stream().map(Rounded::of).toList());
        List<Apfloat> powers = z.stream().map(unit -> ApfloatMath.exp(apfloat(unit))).toList();
        Apfloat sum = powers.stream().reduce(Apfloat::add).orElseThrow();
        BigFraction total = softmax.stream().map(Rounded::value).reduce(BigFraction.ZERO, BigFraction::add);

        assertThat(total.subtract(BigFraction.ONE).abs()).isLessThan(LAST_DIGITS);
        for (int j = 0; j < z.size(); j++) {
            assertThat(distance(softmax.get(j), exactly(powers.get(j).divide(sum)))).isLessThan(LAST_DIGITS);
        }
        List<Rounded> near = elementary.softmax(z.stream().<Rounded>map(unit -> Inexact.around(Scaled.of(unit), Above.of(error)))
                .toList());
        List<Rounded> first = z.stream().map(unit -> Rounded.of(unit == z.get(0) ? unit.add(error.multiply(share)) : unit))
                .toList();
        for (int j = 0; j < z.size(); j++) {
            assertThat(near.get(j).admits(elementary.softmax(first).get(j).value())).isTrue();
        }
    }

    @Example
    void ulpsAreThoseOfOneOrOfALargerValueOrOfZInWhatIsZTimesAFunction() {
        Elementary elementary = new Elementary(FloatFormat.FLOAT32, 4);
        Rounded hundred = Rounded.of(100);

        assertUlps(12, elementary.value(Activation.SIGMOID, Rounded.ZERO));
        assertUlps(12, elementary.value(Activation.SIGMOID, hundred));
        assertUlps(4, new Elementary(FloatFormat.FLOAT32, 0).value(Activation.SIGMOID, hundred));
        assertUlps(12, elementary.slope(Activation.ELU, hundred));
        assertUlps(1200, elementary.value(Activation.ELU, hundred));
        assertUlps(1200, elementary.slope(Activation.SILU, hundred));
    }

    private static void assertUlps(int ulps, Rounded number) {
        BigFraction least = new BigFraction(ulps, 1 << 23);

        assertThat(number.error()).isBetween(least, least.add(least.divide(1 << 20)));
    }

    @Example
    void exactArithmeticHasNoError() {
        Rounded value = new Elementary(FloatFormat.EXACT, 4).value(Activation.SOFTSIGN, Rounded.of(100));

        assertThat(value.value()).isEqualTo(new BigFraction(100, 101));
        assertThat(value.error()).isEqualTo(BigFraction.ZERO);
    }

    @Example
    void theLogisticIsTheSigmoid() {
        Elementary elementary = new Elementary(FloatFormat.FLOAT64, 4);

        assertThat(elementary.logistic(Rounded.of(-2))).isEqualTo(elementary.value(Activation.SIGMOID, Rounded.of(-2)));
    }

    private static BigFraction distance(Rounded number, BigFraction expected) {
        return number.value().subtract(expected).abs();
    }

    private static Apfloat apfloat(BigFraction z) {
        return new Apfloat(z.getNumerator(), DIGITS).divide(new Apfloat(z.getDenominator(), DIGITS));
    }

    private static BigFraction exactly(Apfloat number) {
        BigDecimal decimal = new BigDecimal(number.toString(false));
        return new BigFraction(decimal.unscaledValue()).multiply(decimal.scale() >= 0
                ? new BigFraction(BigInteger.ONE, BigInteger.TEN.pow(decimal.scale()))
                : new BigFraction(BigInteger.TEN.pow(-decimal.scale())));
    }

    @Provide
    Arbitrary<Activation> curves() {
        return Arbitraries.of(CURVES.keySet().stream().sorted((a, b) -> a.id().compareTo(b.id())).toList());
    }

    /** Off the kink of the slope of elu. */
    @Provide
    Arbitrary<BigFraction> numbers() {
        return Combinators.combine(Arbitraries.integers().between(-2000, 2000).filter(p -> p != 0), Arbitraries.of(1, 2, 64, 100))
                .as((p, q) -> new BigFraction(p, 100).divide(q));
    }

    @Provide
    Arbitrary<BigFraction> shares() {
        return Arbitraries.integers().between(-8, 8).map(eighths -> new BigFraction(eighths, 8));
    }
}
