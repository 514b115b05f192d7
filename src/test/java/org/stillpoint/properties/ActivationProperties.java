package org.stillpoint.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.Kinks;
import org.stillpoint.arbitraries.Rationals;
import org.stillpoint.arbitraries.Shape;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.RationalActivation;

/**
 * The value of each activation is that of its definition, and its derivative is what its difference quotients say, without
 * tolerance.
 */
@StatisticsReport(onFailureOnly = true)
class ActivationProperties {

    private static final BigFraction ONE = BigFraction.ONE;

    @Property
    void eachValueIsThatOfItsDefinition(@ForAll("numbers") BigFraction z) {
        Coverage.require("zero", z.signum() == 0);
        Coverage.require("negative", z.signum() < 0);
        Coverage.require("beyond 1", z.abs().compareTo(ONE) > 0);

        assertThat(value(Activation.IDENTITY, z)).isEqualTo(z);
        assertThat(value(Activation.RELU, z)).isEqualTo(larger(BigFraction.ZERO, z));
        assertThat(value(Activation.LEAKY_RELU, z)).isEqualTo(larger(z.divide(100), z));
        assertThat(value(Activation.ABS, z)).isEqualTo(larger(z.negate(), z));
        assertThat(value(Activation.HARD_TANH, z)).isEqualTo(larger(ONE.negate(), larger(ONE.negate(), z.negate()).negate()));
        assertThat(value(Activation.SOFTSIGN, z).multiply(ONE.add(z.abs()))).isEqualTo(z);
        assertThat(value(Activation.RATIONAL_SIGMOID, z).multiply(2).subtract(ONE).multiply(ONE.add(z.abs()))).isEqualTo(z);
    }

    @Property(tries = 1_000)
    void betweenTheKinksOfAPiecewiseLinearActivationEveryDifferenceQuotientIsTheDerivative(@ForAll("piecewiseLinear") Activation activation,
            @ForAll("numbers") BigFraction z, @ForAll("steps") BigFraction h, @ForAll("kappas") BigFraction kappa) {
        boolean onePiece = Kinks.of(activation).stream().noneMatch(kink -> sides(kink, z, z.add(h)) <= 0);
        Coverage.require("one piece", onePiece);
        Coverage.require("a derivative other than 0 and 1", onePiece
                && derivative(activation, z, kappa).signum() != 0 && derivative(activation, z, kappa).compareTo(ONE) != 0);

        if (onePiece) {
            assertThat(quotient(activation, z, h)).isEqualTo(derivative(activation, z, kappa));
        }
    }

    /**
     * The derivatives of these two change by at most 2 h over a distance h, which bounds how far a quotient is from the
     * derivative.
     */
    @Property(tries = 1_000)
    void theDifferenceQuotientsOfASmoothActivationConvergeToTheDerivative(@ForAll("smooth") Activation activation,
            @ForAll("numbers") BigFraction z, @ForAll("steps") BigFraction h, @ForAll("kappas") BigFraction kappa) {
        Coverage.require("from zero", z.signum() == 0);
        Coverage.require("across zero", z.signum() * z.add(h).signum() < 0);
        Coverage.require("a small step", h.abs().compareTo(new BigFraction(1, 1000)) < 0);

        BigFraction gap = quotient(activation, z, h).subtract(derivative(activation, z, kappa));

        assertThat(gap.abs()).isLessThanOrEqualTo(h.abs());
    }

    @Property
    void onOneSideOfZeroTheQuotientOfSoftsignIsAProductOfReciprocals(@ForAll("numbers") BigFraction z,
            @ForAll("steps") BigFraction h) {
        boolean oneSide = z.signum() * z.add(h).signum() >= 0;
        Coverage.require("one side", oneSide);

        if (oneSide) {
            BigFraction product = ONE.add(z.abs()).multiply(ONE.add(z.add(h).abs()));
            assertThat(quotient(Activation.SOFTSIGN, z, h)).isEqualTo(product.reciprocal());
            assertThat(quotient(Activation.RATIONAL_SIGMOID, z, h)).isEqualTo(product.multiply(2).reciprocal());
        }
    }

    @Property
    void atAKinkTheDerivativeIsKappaButForHardTanh(@ForAll("kappas") BigFraction kappa) {
        for (Activation activation : List.of(Activation.RELU, Activation.LEAKY_RELU, Activation.ABS)) {
            assertThat(derivative(activation, BigFraction.ZERO, kappa)).isEqualTo(kappa);
        }
        assertThat(derivative(Activation.HARD_TANH, ONE, kappa)).isEqualTo(ONE);
        assertThat(derivative(Activation.HARD_TANH, ONE.negate(), kappa)).isEqualTo(ONE);
    }

    @Property
    void theResultsDependOnTheValuesOfTheArgumentsOnly(@ForAll("activations") Activation activation,
                                                       @ForAll("numbers") BigFraction z, @ForAll("kappas") BigFraction kappa) {
        BigFraction copy = new BigFraction(z.getNumerator().multiply(BigInteger.TEN),
                z.getDenominator().multiply(BigInteger.TEN));

        assertThat(value(activation, copy)).isEqualTo(value(activation, z));
        assertThat(derivative(activation, copy, kappa)).isEqualTo(derivative(activation, z, kappa));
    }

    private static BigFraction value(Activation activation, BigFraction z) {
        return activation.rational().kernel().value(z);
    }

    private static BigFraction derivative(Activation activation, BigFraction z, BigFraction kappa) {
        return activation.rational().kernel().derivative(z, kappa);
    }

    private static BigFraction quotient(Activation activation, BigFraction z, BigFraction h) {
        return value(activation, z.add(h)).subtract(value(activation, z)).divide(h);
    }

    /** Positive if both numbers are on one side of the kink, negative if it is between them, 0 if one is there. */
    private static int sides(BigFraction kink, BigFraction a, BigFraction b) {
        return a.compareTo(kink) * b.compareTo(kink);
    }

    private static BigFraction larger(BigFraction a, BigFraction b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    @Provide
    Arbitrary<BigFraction> numbers() {
        return Rationals.any();
    }

    @Provide
    Arbitrary<BigFraction> kappas() {
        return Rationals.any();
    }

    /** One time in two of any size, else down to 2^-40. */
    @Provide
    Arbitrary<BigFraction> steps() {
        Arbitrary<BigFraction> fine = Combinators.combine(Rationals.nonZero(), Arbitraries.integers().between(0, 40))
                .as((h, halvings) -> h.divide(BigInteger.TWO.pow(halvings)));
        return Arbitraries.frequencyOf(Tuple.of(3, Rationals.nonZero()), Tuple.of(1, fine));
    }

    @Provide
    Arbitrary<Activation> activations() {
        return Shape.rationalActivation();
    }

    @Provide
    Arbitrary<Activation> piecewiseLinear() {
        return Arbitraries.oneOf(
                Arbitraries.of(Activation.IDENTITY, Activation.RELU, Activation.LEAKY_RELU, Activation.ABS, Activation.HARD_TANH),
                Rationals.small().map(RationalActivation::leakyRelu));
    }

    @Provide
    Arbitrary<Activation> smooth() {
        return Arbitraries.of(Activation.SOFTSIGN, Activation.RATIONAL_SIGMOID);
    }
}
