package org.stillpoint.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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

        assertThat(Float64.within(0, third, third)).isTrue();
        assertThat(Float64.within(0, exact(1.0 / 3), third)).isFalse();
        assertThat(Float64.within(1, exact(1.0 / 3), third)).isTrue();
        assertThat(Float64.within(2, third.subtract(powerOf2(-53)), third)).isTrue();
        assertThat(Float64.within(2, third.subtract(powerOf2(-53)).subtract(powerOf2(-2000)), third)).isFalse();
        assertThat(Float64.within(Integer.MAX_VALUE, powerOf2(-1000), BigFraction.ZERO)).isFalse();
    }
}
