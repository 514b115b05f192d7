package org.stillpoint.check.rounding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;

/** Held against the floating-point numbers of Java, which are those of IEEE 754. */
class FloatFormatTest {

    @Property(tries = 600)
    void aDecimalIsReadAsJavaReadsIt(@ForAll("decimals") String decimal) {
        assertReadAsJavaDoes(new BigDecimal(decimal));
    }

    @Property(tries = 150)
    void halfwayBetweenTwoDoublesTheEvenOneIsRead(@ForAll("doubles") double low) {
        BigDecimal halfway = halfway(low, Math.nextUp(low));

        assertReadAsJavaDoes(halfway);
        assertReadAsJavaDoes(halfway.add(new BigDecimal("1e-1200")));
    }

    @Property(tries = 300)
    void halfwayBetweenTwoFloatsTheEvenOneIsRead(@ForAll("floats") float low) {
        BigDecimal halfway = halfway(low, Math.nextUp(low));

        assertReadAsJavaDoes(halfway);
        assertReadAsJavaDoes(halfway.subtract(new BigDecimal("1e-300")));
    }

    @Property(tries = 300)
    void aQuotientIsRoundedAsADivisionIs(@ForAll @LongRange(min = -(1L << 53), max = 1L << 53) long p,
                                         @ForAll @LongRange(min = 1, max = 1L << 53) long q) {
        BigFraction exact = new BigFraction(BigInteger.valueOf(p), BigInteger.valueOf(q));

        assertThat(FloatFormat.FLOAT64.nearest(exact)).isEqualTo(exactly((double) p / (double) q));
    }

    @Property(tries = 300)
    void aQuotientOfShortNumbersIsRoundedAsADivisionOfFloatsIs(@ForAll @IntRange(min = -(1 << 24), max = 1 << 24) int p,
                                                               @ForAll @IntRange(min = 1, max = 1 << 24) int q) {
        assertThat(FloatFormat.FLOAT32.nearest(new BigFraction(p, q))).isEqualTo(exactly((float) p / (float) q));
    }

    @Property(tries = 300)
    void everyNumberOfAFormatIsHeldAndWhatLiesBetweenIsNot(@ForAll("doubles") double wide, @ForAll("floats") float narrow) {
        assertThat(FloatFormat.FLOAT64.holds(exactly(wide))).isTrue();
        assertThat(FloatFormat.FLOAT32.holds(exactly(narrow))).isTrue();
        assertThat(FloatFormat.FLOAT64.holds(exactly(wide).add(exactly(Math.ulp(wide)).divide(4)))).isFalse();
        assertThat(FloatFormat.FLOAT32.holds(exactly(wide))).isEqualTo(wide == (float) wide);
    }

    @Example
    void theSmallestNumbersAreReadAndSmallerOnesAreZero() {
        assertReadAsJavaDoes(new BigDecimal("4.9e-324"));
        assertReadAsJavaDoes(new BigDecimal("2.4703282292062328e-324"));
        assertReadAsJavaDoes(new BigDecimal("2.4703282292062327e-324"));
        assertReadAsJavaDoes(new BigDecimal("7.006492321624086e-46"));
        assertReadAsJavaDoes(new BigDecimal("7.0064923216240853e-46"));
        assertThat(FloatFormat.FLOAT64.read(new BigDecimal("-1e-999999999"))).isEqualTo(BigFraction.ZERO);
        assertThat(FloatFormat.FLOAT64.read(new BigDecimal("0e999999999"))).isEqualTo(BigFraction.ZERO);
        assertThat(FloatFormat.FLOAT64.read(new BigDecimal("-0.0"))).isEqualTo(BigFraction.ZERO);
    }

    @Example
    void aNumberBeyondTheLargestIsReadAsIfThereWereNone() {
        BigFraction largest = exactly(Double.MAX_VALUE);

        assertThat(FloatFormat.FLOAT64.read(new BigDecimal("1e310"))).isGreaterThan(largest);
        assertThat(FloatFormat.FLOAT32.read(new BigDecimal("1e40"))).isGreaterThan(exactly(Float.MAX_VALUE));
        assertThat(FloatFormat.FLOAT64.read(new BigDecimal("-1e310"))).isLessThan(largest.negate());
        assertThat(FloatFormat.FLOAT64.read(new BigDecimal("2e999999999")))
                .isEqualTo(FloatFormat.FLOAT64.nearest(ExactNumber.parse("1e400")));
        assertThat(FloatFormat.FLOAT32.read(new BigDecimal("-2e2147483647")))
                .isEqualTo(FloatFormat.FLOAT32.nearest(ExactNumber.parse("-1e400")));
    }

    @Example
    void nothingIsRoundedWhereNumbersAreExact() {
        assertThat(FloatFormat.EXACT.read(new BigDecimal("0.1"))).isEqualTo(new BigFraction(1, 10));
        assertThat(FloatFormat.EXACT.nearest(new BigFraction(1, 3))).isEqualTo(new BigFraction(1, 3));
        assertThat(FloatFormat.EXACT.rounds()).isFalse();
    }

    @Example
    void formatsAreFoundByName() {
        assertThat(FloatFormat.fromId("float32")).isEqualTo(FloatFormat.FLOAT32);
        assertThatThrownBy(() -> FloatFormat.fromId("float16")).isInstanceOf(DomainException.class)
                .hasMessage("unknown arithmetic \"float16\", expected one of float32, float64, exact");
    }

    private static void assertReadAsJavaDoes(BigDecimal decimal) {
        double wide = Double.parseDouble(decimal.toString());
        if (Double.isFinite(wide)) {
            assertThat(FloatFormat.FLOAT64.read(decimal)).isEqualTo(exactly(wide));
            assertThat(FloatFormat.FLOAT64.nearest(ExactNumber.of(decimal))).isEqualTo(exactly(wide));
        }
        float narrow = Float.parseFloat(decimal.toString());
        if (Float.isFinite(narrow)) {
            assertThat(FloatFormat.FLOAT32.read(decimal)).isEqualTo(exactly(narrow));
        }
    }

    private static BigDecimal halfway(double low, double high) {
        return new BigDecimal(low).add(new BigDecimal(high)).divide(BigDecimal.valueOf(2));
    }

    private static BigFraction exactly(double number) {
        return ExactNumber.of(new BigDecimal(number));
    }

    /** Of 1 to 30 digits, about as long as programs write, also subnormal ones and some that are too small or too large. */
    @Provide
    Arbitrary<String> decimals() {
        return Combinators.combine(Arbitraries.of("", "-"), Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(30),
                Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.integers().between(-45, 45)),
                        Tuple.of(1, Arbitraries.integers().between(-370, 310))))
                .as((sign, digits, exponent) -> sign + digits.charAt(0) + "." + digits + "e" + exponent);
    }

    /** Of any size, but for the largest, above which there is none. */
    @Provide
    Arbitrary<Double> doubles() {
        return Arbitraries.longs().map(Double::longBitsToDouble).filter(number -> Double.isFinite(Math.nextUp(number)));
    }

    /** Of any size, but for the largest, above which there is none. */
    @Provide
    Arbitrary<Float> floats() {
        return Arbitraries.integers().map(Float::intBitsToFloat).filter(number -> Float.isFinite(Math.nextUp(number)));
    }
}
