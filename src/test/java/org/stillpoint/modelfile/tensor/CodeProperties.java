package org.stillpoint.modelfile.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.fraction.BigFraction;

/** Codes are what the JDK's own floating-point numbers are, bit by bit; they are never used outside of these tests. */
class CodeProperties {

    @Property(tries = 3000)
    void theCodeOfABinary64IsItsBits(@ForAll long bits) {
        assertIsCodeOf(Code.ofBinary64(bits), Double.longBitsToDouble(bits));
    }

    @Property(tries = 3000)
    void theCodeOfABinary32IsThatOfTheSameNumberAsADouble(@ForAll int bits) {
        assertIsCodeOf(Code.ofBinary32(bits & 0xFFFFFFFFL), Float.intBitsToFloat(bits));
    }

    @Property(tries = 3000)
    void theCodeOfASubnormalIsThatOfTheSameNumber(@ForAll @IntRange(min = 0, max = 0x7FFFFF) int fraction, @ForAll boolean negative) {
        int bits = fraction | (negative ? 1 << 31 : 0);

        assertIsCodeOf(Code.ofBinary32(bits & 0xFFFFFFFFL), Float.intBitsToFloat(bits));
        assertIsCodeOf(Code.ofBinary64(bits & 0x7FFFFFFFL | (negative ? 1L << 63 : 0)),
                Double.longBitsToDouble(bits & 0x7FFFFFFFL | (negative ? 1L << 63 : 0)));
    }

    @Example
    void theCodeOfEveryBfloat16IsThatOfTheFloatWhoseUpperHalfItIs() {
        for (int bits = 0; bits <= 0xFFFF; bits++) {
            assertIsCodeOf(Code.ofBfloat16(bits), Float.intBitsToFloat(bits << 16));
        }
    }

    @Example
    void theCodeOfEveryBinary16IsThatOfItsDefinition() {
        for (int bits = 0; bits <= 0xFFFF; bits++) {
            assertIsCodeOf(Code.ofBinary16(bits), half(bits));
        }
    }

    /** By the definition of the format: sign, five bits of exponent with bias 15, ten of fraction. */
    private static double half(int bits) {
        int exponent = bits >> 10 & 31;
        int fraction = bits & 1023;
        double size = exponent == 31 ? fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN
                : exponent == 0 ? Math.scalb((double) fraction, -24) : Math.scalb(1024.0 + fraction, exponent - 25);
        return bits >> 15 == 1 ? -size : size;
    }

    /** Both zeros have the code 0, all that is no number has one code, and every other code is the bits of a double. */
    private static void assertIsCodeOf(long code, double number) {
        assertThat(code).as("of %s", number).isEqualTo(number == 0 ? 0 : Double.doubleToLongBits(number));
    }

    @Property(tries = 3000)
    void aFiniteCodeIsItsMantissaTimesAPowerOfTwo(@ForAll long bits) {
        double number = Double.longBitsToDouble(bits);
        Assume.that(Double.isFinite(number));
        long code = Code.ofBinary64(bits);

        assertThat(Code.isFinite(code)).isTrue();
        assertThat(Code.number(code)).isEqualTo(exact(number));
        assertThat(Math.scalb((double) Code.mantissa(code), Code.scale(code))).isEqualTo(number == 0 ? 0 : number);
        assertThat(Code.exact(Code.mantissa(code), Code.scale(code))).isEqualTo(code);
    }

    @Property(tries = 3000)
    void theExponentIsThatOfTheLargestPowerOfTwoWithin(@ForAll long bits) {
        double number = Double.longBitsToDouble(bits);
        Assume.that(Double.isFinite(number) && number != 0);
        BigFraction size = exact(Math.abs(number));
        BigFraction power = BigFraction.TWO.pow(Code.exponent(Code.ofBinary64(bits)));

        assertThat(size).isGreaterThanOrEqualTo(power).isLessThan(power.multiply(2));
    }

    @Property(tries = 3000)
    void subnormalsHaveExponentsToo(@ForAll @IntRange(min = 1, max = Integer.MAX_VALUE) int bits) {
        BigFraction size = exact(Double.longBitsToDouble(bits));
        BigFraction power = BigFraction.TWO.pow(Code.exponent(Code.ofBinary64(bits)));

        assertThat(size).isGreaterThanOrEqualTo(power).isLessThan(power.multiply(2));
    }

    @Property(tries = 3000)
    void integersHaveTheCodesOfTheirDoublesIfTheyHaveAny(@ForAll long integer) {
        assertExact(integer);
        assertExact(integer >> 11);
        assertExact(integer & -1L << 11);
    }

    private static void assertExact(long integer) {
        if (new BigDecimal((double) integer).equals(new BigDecimal(integer))) {
            assertThat(Code.exact(integer, 0)).isEqualTo(integer == 0 ? 0 : Double.doubleToLongBits(integer));
        } else {
            assertThatThrownBy(() -> Code.exact(integer, 0)).isInstanceOf(ArithmeticException.class);
        }
    }

    @Example
    void integersAtTheEndsHaveCodes() {
        for (long integer : new long[] {Long.MIN_VALUE, Long.MAX_VALUE, 1L << 62, (1L << 53) + 1, (1L << 53) + 2, -1, 0}) {
            assertExact(integer);
        }
    }

    @Property(tries = 3000)
    void productsWithPowersOfTwoHaveCodesExactlyIfADoubleIsThatNumber(@ForAll int mantissa,
            @ForAll @IntRange(min = -1120, max = 1020) int exponent) {
        BigFraction number = new BigFraction(mantissa).multiply(BigFraction.TWO.pow(exponent));
        double nearest = Math.scalb((double) mantissa, exponent);
        if (Double.isFinite(nearest) && exact(nearest).equals(number)) {
            assertThat(Code.exact(mantissa, exponent)).isEqualTo(nearest == 0 ? 0 : Double.doubleToLongBits(nearest));
        } else {
            assertThatThrownBy(() -> Code.exact(mantissa, exponent)).isInstanceOf(ArithmeticException.class);
        }
    }

    @Example
    void whatIsNotFiniteIsNoFraction() {
        for (long code : new long[] {Code.INFINITY, Code.INFINITY | 1L << 63, Code.NOT_A_NUMBER}) {
            assertThat(Code.isFinite(code)).isFalse();
            assertThatThrownBy(() -> Code.number(code)).isInstanceOf(ArithmeticException.class);
        }
    }

    private static BigFraction exact(double number) {
        BigDecimal decimal = new BigDecimal(number);
        return new BigFraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }
}
