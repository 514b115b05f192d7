package org.stillpoint.check.rounding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hipparchus.fraction.BigFraction;

/** Expressions of stored numbers. */
class RoundedTest {

    private static final BigFraction HALF = new BigFraction(1, 2);

    /** One and the same number as one that knows its quanta, and as one that does not. */
    private record Twice(Rounded dyadic, Rounded inexact) {

        static Twice of(BigFraction number) {
            return new Twice(Rounded.of(number), Inexact.of(number));
        }
    }

    @Property(tries = 400)
    void bothKindsHaveTheSameValuesMagnitudesAndRoundings(@ForAll("dyadics") BigFraction a, @ForAll("dyadics") BigFraction b,
                                                          @ForAll("dyadics") BigFraction c,
                                                                  @ForAll @IntRange(min = 1, max = 9) int n) {
        Rounded dyadic = expression(Twice.of(a).dyadic, Twice.of(b).dyadic, Twice.of(c).dyadic, n);
        Rounded inexact = expression(Twice.of(a).inexact, Twice.of(b).inexact, Twice.of(c).inexact, n);

        assertThat(dyadic.value()).isEqualTo(inexact.value())
                .isEqualTo(a.multiply(b).add(c).subtract(b.multiply(c).multiply(c)).divide(n));
        assertThat(dyadic.roundings()).isLessThanOrEqualTo(inexact.roundings());
        assertThat(inexact.error().signum()).isZero();
        assertThat(dyadic.stored(FloatFormat.FLOAT32).error()).isLessThanOrEqualTo(inexact.stored(FloatFormat.FLOAT32).error());
    }

    private static Rounded expression(Rounded a, Rounded b, Rounded c, int n) {
        return Rounded.sum(List.of(a.times(b), c, b.times(c).times(c).negate())).dividedBy(n);
    }

    @Property(tries = 200)
    void theBoundOfASumIsThatOfTheStandardModel(@ForAll @Size(min = 2,
            max = 9) List<@IntRange(min = -999, max = 999) Integer> numbers,
                                                @ForAll("formats") FloatFormat format) {
        List<Rounded> thirds = numbers.stream().map(number -> Rounded.of(new BigFraction(number, 3))).toList();
        BigFraction magnitude = thirds.stream().map(third -> third.value().abs()).reduce(BigFraction.ZERO, BigFraction::add);
        BigFraction ku = new BigFraction(BigInteger.valueOf(numbers.size() - 1), BigInteger.ONE.shiftLeft(format.precision()));

        BigFraction error = Rounded.sum(thirds).stored(format).error();

        BigFraction gamma = ku.divide(BigFraction.ONE.subtract(ku));
        assertThat(error.compareTo(gamma.multiply(magnitude)) >= 0 || Rounded.sum(thirds) instanceof Dyadic).isTrue();
        assertThat(error.compareTo(gamma.multiply(magnitude).multiply(new BigFraction(515, 512))) <= 0).isTrue();
    }

    @Property(tries = 300)
    void aSumThatIsCalledExactIsSoInEveryOrder(@ForAll @Size(min = 2,
            max = 6) List<@IntRange(min = -(1 << 23), max = 1 << 23) Integer>
                                                       numbers, @ForAll long seed) {
        Rounded sum = Rounded.sum(numbers.stream().map(number -> Rounded.of(new BigFraction(number))).toList())
                .stored(FloatFormat.FLOAT32);
        long size = numbers.stream().mapToLong(Math::abs).sum();

        assertThat(sum.error().signum() == 0 && size > 1 << 24).isFalse();
        if (sum.error().signum() == 0) {
            List<Integer> shuffled = new ArrayList<>(numbers);
            Collections.shuffle(shuffled, new Random(seed));
            float inOrder = 0;
            for (int number : shuffled) {
                inOrder += number;
            }
            assertThat(sum.value()).isEqualTo(new BigFraction((long) inOrder));
        }
    }

    @Example
    void aSumIsExactAsLongAsItsPartsTogetherFitTheMantissa() {
        long all = 1L << 24;

        assertThat(sum(all - 1, 1).error()).isEqualTo(BigFraction.ZERO);
        assertThat(sum(all - 1, -1).error()).isEqualTo(BigFraction.ZERO);
        assertThat(sum(all, 1).error()).isGreaterThan(BigFraction.ZERO);
        assertThat(sum(all, -1).error()).isGreaterThan(BigFraction.ZERO);
        assertThat(sum(all, 1).admits(new BigFraction(all))).isTrue();
        assertThat(sum(all, 1, -1).admits(new BigFraction(all))).isTrue();
        assertThat((float) all + 1 - 1).as("an order that loses the 1").isEqualTo(all - 1);
        assertThat(sum(all, 1, -1).admits(new BigFraction(all - 1))).isTrue();
    }

    private static Rounded sum(long... numbers) {
        List<Rounded> parts = new ArrayList<>();
        for (long number : numbers) {
            parts.add(Rounded.of(number));
        }
        return Rounded.sum(parts).stored(FloatFormat.FLOAT32);
    }

    @Example
    void whatIsTooLongForALongIsKeptAllTheSame() {
        BigFraction wide = new BigFraction((1L << 52) - 1);
        Rounded product = Rounded.of(wide).times(Rounded.of(wide)).times(Rounded.of(wide));
        Rounded tiny = Rounded.of(new BigFraction(BigInteger.ONE, BigInteger.ONE.shiftLeft(60)));

        assertThat(product.value()).isEqualTo(wide.pow(3));
        assertThat(product.roundings()).isEqualTo(2);
        assertThat(Rounded.of(wide).plus(tiny).value()).isEqualTo(wide.add(tiny.value()));
        assertThat(Rounded.of(wide).plus(tiny).minus(Rounded.of(wide)).value()).isEqualTo(tiny.value());
        assertThat(Rounded.of(wide).times(Rounded.of(wide)).stored(FloatFormat.EXACT).value()).isEqualTo(wide.pow(2));
    }

    @Example
    void aFactorThatIsZeroLeavesNothingOfTheOther() {
        Rounded third = Inexact.around(Scaled.of(new BigFraction(1, 3)), new Above(1, -20));

        for (Rounded product : List.of(third.times(Rounded.ZERO), Rounded.ZERO.times(third))) {
            assertThat(product.isZero()).isTrue();
            assertThat(product.stored(FloatFormat.FLOAT32)).isEqualTo(Rounded.ZERO);
        }
        assertThat(Rounded.ZERO.plus(third)).isEqualTo(third);
        assertThat(third.plus(Rounded.ZERO)).isEqualTo(third);
        assertThat(third.minus(third).isZero()).as("the same value twice, but not the same roundings").isFalse();
    }

    @Example
    void anExactNumberDividedByThreeIsOffByNoMoreThanTwoRoundings() {
        BigFraction third = new BigFraction(1, 3);

        for (FloatFormat format : List.of(FloatFormat.FLOAT32, FloatFormat.FLOAT64)) {
            BigFraction u = new BigFraction(BigInteger.ONE, BigInteger.ONE.shiftLeft(format.precision()));
            assertThat(Rounded.ONE.dividedBy(3).stored(format).error())
                    .isBetween(u.multiply(2).multiply(third), u.multiply(3).multiply(third));
        }
        assertThat(Rounded.ONE.dividedBy(3).stored(FloatFormat.EXACT).admits(third)).isTrue();
        assertThat(Rounded.ONE.dividedBy(4).stored(FloatFormat.FLOAT32)).isEqualTo(Rounded.of(new BigFraction(1, 4)));
    }

    @Example
    void aSignWithinTheBoundIsNotDecided() {
        Rounded near = Inexact.around(Scaled.of(HALF), Above.of(HALF));
        Rounded far = Inexact.around(Scaled.of(HALF), Above.of(new BigFraction(499, 1000)));

        assertThatThrownBy(near::sign).isInstanceOf(UndecidedSignException.class);
        assertThat(far.sign()).isEqualTo(1);
        assertThat(far.negate().sign()).isEqualTo(-1);
        assertThat(Rounded.ONE.minus(Rounded.ONE).sign()).isZero();
    }

    @Example
    void wholeNumbersLoseTheFractionTowardsZeroOrDownwards() {
        Rounded number = Rounded.of(new BigFraction(-3, 2));
        Rounded between = Inexact.around(Scaled.of(new BigFraction(3, 2)), Above.of(new BigFraction(499, 1000)));

        assertThat(number.whole(RoundingMode.DOWN).value()).isEqualTo(BigFraction.MINUS_ONE);
        assertThat(number.whole(RoundingMode.FLOOR).value()).isEqualTo(new BigFraction(-2));
        assertThat(between.whole(RoundingMode.FLOOR).value()).isEqualTo(BigFraction.ONE);
        assertThatThrownBy(() -> Inexact.around(Scaled.of(BigFraction.ONE), new Above(1, -9)).whole(RoundingMode.DOWN))
                .isInstanceOf(UndecidedSignException.class);
    }

    @Example
    void aConstantThatTheFormatDoesNotHoldIsOffByItsOwnRounding() {
        BigFraction hundredth = new BigFraction(1, 100);
        Rounded constant = Rounded.constant(hundredth, FloatFormat.FLOAT32);

        assertThat(constant.admits(FloatFormat.FLOAT32.nearest(hundredth))).isTrue();
        assertThat(constant.admits(FloatFormat.FLOAT64.nearest(hundredth))).isTrue();
        assertThat(constant.admits(hundredth.add(hundredth.divide(1 << 23)))).isFalse();
        assertThat(Rounded.constant(HALF, FloatFormat.FLOAT32)).isEqualTo(Rounded.of(HALF));
    }

    @Example
    void moreOperationsThanTheBoundIsProvedForAreRefused() {
        Rounded third = Rounded.of(new BigFraction(1, 3));

        assertThat(third.withRoundings((1 << 14) - 1).stored(FloatFormat.FLOAT32).error()).isGreaterThan(BigFraction.ZERO);
        assertThatThrownBy(() -> third.withRoundings(1 << 14).stored(FloatFormat.FLOAT32))
                .isInstanceOf(IllegalStateException.class).hasMessage("16384 operations, expected fewer than 16384");
    }

    @Property(tries = 500)
    void boundsAreNeverBelowAndHardlyAbove(@ForAll("positives") BigFraction a, @ForAll("positives") BigFraction b,
                                           @ForAll @IntRange(min = 1, max = 8) int n) {
        Above left = Above.of(a);
        Above right = Above.of(b);

        assertJustAbove(left, a);
        assertJustAbove(left.plus(right), left.value().add(right.value()));
        assertJustAbove(right.plus(left), left.value().add(right.value()));
        assertJustAbove(left.times(right), left.value().multiply(right.value()));
        assertJustAbove(left.dividedBy(n), left.value().divide(n));
        assertThat(left.shifted(-7).value()).isEqualTo(left.value().divide(128));
        assertJustAbove(Above.of(a.getNumerator(), 3), new BigFraction(a.getNumerator().multiply(BigInteger.valueOf(8))));
        assertThat(left.units()).isBetween(0L, (1L << 31) - 1);
    }

    @Example
    void theBoundOfZeroIsZeroWhateverIsDone() {
        assertThat(Above.of(BigFraction.ZERO)).isEqualTo(Above.ZERO);
        assertThat(List.of(Above.ZERO.dividedBy(3), Above.ZERO.times(Above.of(5)), Above.ZERO.plus(Above.ZERO),
                Above.ZERO.shifted(9),
                Above.of(BigInteger.ZERO, 4))).containsOnly(Above.ZERO);
        assertThat(Above.ZERO.plus(Above.of(5))).isEqualTo(Above.of(5));
    }

    private static void assertJustAbove(Above bound, BigFraction number) {
        BigFraction excess = bound.value().subtract(number);
        assertThat(excess.signum()).isNotNegative();
        assertThat(excess.multiply(1 << 28)).isLessThanOrEqualTo(number);
    }

    @Property(tries = 500)
    void fractionsThatAreNotReducedHaveTheValuesOfThoseThatAre(@ForAll("fractions") BigFraction a,
            @ForAll("fractions") BigFraction b,
                                                               @ForAll @IntRange(min = 1, max = 24) int n) {
        Scaled left = Scaled.of(a);
        Scaled right = Scaled.of(b);

        assertThat(left.value()).isEqualTo(a);
        assertThat(left.plus(right).value()).isEqualTo(a.add(b));
        assertThat(left.times(right).value()).isEqualTo(a.multiply(b));
        assertThat(left.dividedBy(n).value()).isEqualTo(a.divide(n));
        assertThat(left.negate().value()).isEqualTo(a.negate());
        assertThat(left.signum()).isEqualTo(a.signum());
        assertThat(left.times(right).plus(left.dividedBy(n)).value()).isEqualTo(a.multiply(b).add(a.divide(n)));
        BigFraction lost = a.subtract(left.shortened(40).value());
        assertThat(lost.signum()).isNotNegative();
        assertThat(lost.multiply(new BigFraction(BigInteger.ONE.shiftLeft(40)))).isLessThan(BigFraction.ONE);
        assertThat(left.isWithin(Above.of(b.abs()))).isEqualTo(a.abs().compareTo(Above.of(b.abs()).value()) <= 0);
        assertThat(left.size().value()).isGreaterThanOrEqualTo(a.abs());
    }

    @Provide
    Arbitrary<FloatFormat> formats() {
        return Arbitraries.of(FloatFormat.FLOAT32, FloatFormat.FLOAT64);
    }

    @Provide
    Arbitrary<BigFraction> dyadics() {
        return Combinators.combine(Arbitraries.longs().between(-(1L << 30), 1L << 30), Arbitraries.integers().between(0, 40))
                .as((numerator, bits) -> new BigFraction(BigInteger.valueOf(numerator), BigInteger.ONE.shiftLeft(bits)));
    }

    @Provide
    Arbitrary<BigFraction> positives() {
        return Combinators.combine(Arbitraries.bigIntegers().between(BigInteger.ONE, BigInteger.ONE.shiftLeft(90)),
                Arbitraries.bigIntegers().between(BigInteger.ONE, BigInteger.ONE.shiftLeft(90))).as(BigFraction::new);
    }

    @Provide
    Arbitrary<BigFraction> fractions() {
        return Combinators.combine(Arbitraries.bigIntegers()
                .between(BigInteger.ONE.shiftLeft(70).negate(), BigInteger.ONE.shiftLeft(70)),
                Arbitraries.longs().between(1, 1L << 50)).as((p, q) -> new BigFraction(p, BigInteger.valueOf(q)));
    }
}
