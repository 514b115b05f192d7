package org.stillpoint.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.fraction.BigFraction;

class Float64Test {

    private static BigFraction powerOf2(int exponent) {
        BigInteger power = BigInteger.TWO.pow(Math.abs(exponent));
        return exponent < 0 ? new BigFraction(BigInteger.ONE, power) : new BigFraction(power);
    }

    private static BigFraction exact(double x) {
        BigDecimal decimal = new BigDecimal(x);
        return new BigFraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    @Property
    void theUnitInTheLastPlaceOfADoubleIsThatOfTheLanguage(@ForAll double x) {
        assertThat(Float64.ulp(exact(x))).isEqualTo(exact(Math.ulp(x)));
    }

    @Property
    void itIsTheSameAtEveryNumberUpToTheNextDouble(@ForAll double x) {
        BigFraction between = exact(Math.abs(x)).add(exact(Math.ulp(x)).multiply(new BigFraction(2, 3)));

        assertThat(Float64.ulp(between)).isEqualTo(exact(Math.ulp(x)));
    }

    @Example
    void itDoublesAtEachPowerOfTwoAndEndsAtTheLeastNumber() {
        assertThat(Float64.ulp(BigFraction.ONE)).isEqualTo(powerOf2(-52));
        assertThat(Float64.ulp(new BigFraction(-3))).isEqualTo(powerOf2(-51));
        assertThat(Float64.ulp(BigFraction.ONE.subtract(powerOf2(-2000)))).isEqualTo(powerOf2(-53));
        assertThat(Float64.ulp(new BigFraction(1, 3))).isEqualTo(powerOf2(-54));
        assertThat(Float64.ulp(powerOf2(-1022))).isEqualTo(powerOf2(-1074));
        assertThat(Float64.ulp(powerOf2(-3000))).isEqualTo(powerOf2(-1074));
        assertThat(Float64.ulp(BigFraction.ZERO)).isEqualTo(powerOf2(-1074));
        assertThat(Float64.ulp(powerOf2(2000))).isEqualTo(powerOf2(1948));
    }

    @Example
    void aNumberIsWithinAsManyUnitsAsItIsAway() {
        BigFraction third = new BigFraction(1, 3);

        assertThat(Float64.within(0, third, third, third)).contains(true);
        assertThat(Float64.within(0, exact(1.0 / 3), third, third)).contains(false);
        assertThat(Float64.within(1, exact(1.0 / 3), third, third)).contains(true);
        assertThat(Float64.within(2, third.subtract(powerOf2(-53)), third, third)).contains(true);
        assertThat(Float64.within(2, third.subtract(powerOf2(-53)).subtract(powerOf2(-2000)), third, third)).contains(false);
        assertThat(Float64.within(Integer.MAX_VALUE, powerOf2(-1000), BigFraction.ZERO, BigFraction.ZERO)).contains(false);
    }

    @Property
    void anAnswerForAnEnclosureHoldsOfEachNumberInIt(@ForAll double x, @ForAll @IntRange(max = 4) int ulps,
                                                     @ForAll @IntRange(min = -10, max = 10) int low,
                                                     @ForAll @IntRange(max = 8) int width) {
        BigFraction half = exact(Math.ulp(x)).divide(2);
        BigFraction start = exact(x).add(half.multiply(low));
        List<BigFraction> inside = IntStream.rangeClosed(0, width).mapToObj(i -> start.add(half.multiply(i))).toList();

        Optional<Boolean> answer = Float64.within(ulps, exact(x), inside.get(0), inside.get(width));

        assertThat(answer.stream()).allSatisfy(within -> assertThat(inside)
                .allMatch(q -> Float64.within(ulps, exact(x), q, q).orElseThrow().equals(within)));
    }

    @Example
    void anEnclosureOnTheEdgeIsNotDecided() {
        BigFraction edge = BigFraction.ONE.add(powerOf2(-52));

        assertThat(Float64.within(1, BigFraction.ONE, edge.subtract(powerOf2(-60)), edge)).contains(true);
        assertThat(Float64.within(1, BigFraction.ONE, edge.subtract(powerOf2(-60)), edge.add(powerOf2(-60)))).isEmpty();
        assertThat(Float64.within(1, BigFraction.ONE, edge.add(powerOf2(-60)), edge.add(powerOf2(-59)))).contains(false);
        assertThat(Float64.within(0, BigFraction.ZERO, powerOf2(-60).negate(), powerOf2(-60))).isEmpty();
    }
}
