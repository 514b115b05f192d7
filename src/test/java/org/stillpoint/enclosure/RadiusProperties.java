package org.stillpoint.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Packed radii against whole numbers: never below, and above by a share of at most {@code 2^-29}. */
class RadiusProperties {

    private static final int TIGHT = 29;

    @Provide
    Arbitrary<BigInteger> numbers() {
        return Argument.ofEverySize(200);
    }

    @Provide
    Arbitrary<Long> radii() {
        return numbers().map(Radius::of);
    }

    @Property
    void aNumberIsRoundedUpAndAShortOneIsKept(@ForAll("numbers") BigInteger number) {
        assertJustAbove(Radius.of(number), number.abs());
        if (number.bitLength() <= 31) {
            assertThat(Radius.toInteger(Radius.of(number))).isEqualTo(number.abs());
            assertThat(Radius.of(number.abs().longValue())).isEqualTo(Radius.of(number));
        }
    }

    @Property
    void sumsAndProductsAreRoundedUp(@ForAll("radii") long a, @ForAll("radii") long b) {
        assertJustAbove(Radius.add(a, b), Radius.toInteger(a).add(Radius.toInteger(b)));
        assertJustAbove(Radius.multiply(a, b), Radius.toInteger(a).multiply(Radius.toInteger(b)));
    }

    @Property
    void aShiftRoundsUpToWholeUnits(@ForAll("radii") long a, @ForAll @IntRange(min = -250, max = 250) int k) {
        BigInteger number = Radius.toInteger(a);

        assertJustAbove(Radius.shift(a, k), k >= 0 ? number.shiftLeft(k) : shiftRightUp(number, -k));
    }

    @Property
    void aProductBehindThePointRoundsUpToWholeUnits(@ForAll("radii") long a, @ForAll("radii") long b,
            @ForAll @IntRange(max = 500) int bits) {
        BigInteger product = Radius.toInteger(a).multiply(Radius.toInteger(b));

        assertJustAbove(Radius.multiply(a, b, bits), shiftRightUp(product, bits));
    }

    private static BigInteger shiftRightUp(BigInteger number, int bits) {
        return number.negate().shiftRight(bits).negate();
    }

    @Property
    void aQuotientIsRoundedUpByLittle(@ForAll("radii") long a, @ForAll @IntRange(min = 1) int n) {
        BigInteger dividend = Radius.toInteger(a);
        BigInteger quotient = Radius.toInteger(Radius.divide(a, n));
        BigInteger floor = dividend.divide(BigInteger.valueOf(n));

        assertThat(quotient.multiply(BigInteger.valueOf(n))).isGreaterThanOrEqualTo(dividend);
        assertThat(quotient).isLessThanOrEqualTo(floor.add(floor.shiftRight(TIGHT)).add(BigInteger.TWO));
    }

    @Property
    void equalNumbersAreOneAndTheSameRadius(@ForAll("radii") long a, @ForAll @IntRange(max = 40) int bits) {
        assertThat(Radius.shift(Radius.shift(a, bits), -bits)).isEqualTo(a);
    }

    @Property
    void comparisonsAndLengthsAreThoseOfTheNumbers(@ForAll("radii") long a, @ForAll("radii") long b,
            @ForAll("numbers") BigInteger number) {
        BigInteger first = Radius.toInteger(a);

        assertThat(Integer.signum(Radius.compare(a, b))).isEqualTo(first.compareTo(Radius.toInteger(b)));
        assertThat(Radius.compare(a, a)).isZero();
        assertThat(Radius.bits(a)).isEqualTo(first.bitLength());
        assertThat(Radius.isBelow(a, number)).isEqualTo(first.compareTo(number.abs()) < 0);
        assertThat(Radius.isBelow(a, first)).isFalse();
        assertThat(Radius.isBelow(a, first.add(BigInteger.ONE).negate())).isTrue();
    }

    private static void assertJustAbove(long radius, BigInteger number) {
        BigInteger integer = Radius.toInteger(radius);
        assertThat(integer).isGreaterThanOrEqualTo(number);
        assertThat(integer.subtract(number).shiftLeft(TIGHT)).isLessThanOrEqualTo(number);
        assertThat(radius == 0).isEqualTo(number.signum() == 0);
    }
}
