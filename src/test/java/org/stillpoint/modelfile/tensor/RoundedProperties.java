package org.stillpoint.modelfile.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;

/** Numbers become the nearest that a type has. */
class RoundedProperties {

    /** Odd, so that numbers that end in 0 and in 1 are tried. */
    private static final int STEP = 3;
    private static final List<ElementType> HALVES = List.of(ElementType.FLOAT16, ElementType.BFLOAT16);

    @Property
    void aCodeBecomesTheFloatThatJavaRoundsItTo(@ForAll long bits) {
        double number = Double.longBitsToDouble(bits);
        Rounded rounded = Rounded.ofCode(Code.ofBinary64(bits), ElementType.FLOAT32);

        assertThat(rounded.bits()).isEqualTo(number == 0 ? 0 : floatBits((float) number));
        assertThat(rounded.isExact()).isEqualTo(Double.isNaN(number) || (float) number == number);
    }

    /** Most numbers of 64 random bits are out of the range of shorter types. */
    @Property
    void aCodeNearOneBecomesTheFloatThatJavaRoundsItTo(@ForAll long bits, @ForAll @IntRange(min = -160, max = 130) int exponent) {
        double number = Math.scalb(1 + (bits & 0xFFFFFFFFFFFFFL) * 0x1p-52, exponent) * (bits < 0 ? -1 : 1);

        assertThat(Rounded.ofCode(Code.ofBinary64(Double.doubleToRawLongBits(number)), ElementType.FLOAT32))
                .isEqualTo(new Rounded(floatBits((float) number), (float) number == number));
    }

    @Property
    void aDecimalBecomesTheNumbersThatJavaReadsItAs(@ForAll long digits, @ForAll @IntRange(min = -340, max = 300) int power) {
        BigDecimal decimal = BigDecimal.valueOf(digits).scaleByPowerOfTen(power);
        BigFraction number = ExactNumber.of(decimal);

        assertThat(Rounded.of(number, ElementType.FLOAT64).bits())
                .isEqualTo(Double.doubleToLongBits(Double.parseDouble(decimal.toString())));
        assertThat(Rounded.of(number, ElementType.FLOAT32).bits()).isEqualTo(floatBits(Float.parseFloat(decimal.toString())));
    }

    /** The sum of any number of binary64 and half a unit in its last place, more or less a little. */
    @Property
    void tiesGoToTheEvenNeighbour(@ForAll double number, @ForAll @IntRange(min = -1, max = 1) int side) {
        BigDecimal half = new BigDecimal(Math.ulp(number)).divide(BigDecimal.valueOf(2));
        BigDecimal sum = new BigDecimal(number).add(half).add(half.multiply(BigDecimal.valueOf(side)).movePointLeft(30));

        assertThat(code(sum)).isEqualTo(Code.ofBinary64(Double.doubleToRawLongBits(sum.doubleValue())));
    }

    @Example
    void whatIsTooLargeIsInfiniteAndWhatIsTooSmallIsZero() {
        assertThat(code(new BigDecimal("1.7976931348623158e308")))
                .isEqualTo(Code.ofBinary64(Double.doubleToRawLongBits(Double.MAX_VALUE)));
        assertThat(code(new BigDecimal("1.7976931348623159e308"))).isEqualTo(Code.INFINITY);
        assertThat(code(new BigDecimal("-1e309"))).isEqualTo(Code.INFINITY | Long.MIN_VALUE);
        assertThat(code(new BigDecimal("-2.4e-324"))).isZero();
        assertThat(code(new BigDecimal("2.5e-324"))).isEqualTo(1);
    }

    @Property
    void aNumberAndItsCodeAreRoundedAlike(@ForAll long bits, @ForAll @IntRange(min = -150, max = 130) int exponent) {
        double number = Math.scalb(1 + (bits & 0xFFFFFFFFFFFFFL) * 0x1p-52, exponent) * (bits < 0 ? -1 : 1);
        long code = Code.ofBinary64(Double.doubleToRawLongBits(number));
        for (ElementType type : HALVES) {
            assertThat(Rounded.of(Code.number(code), type)).as("%s", type).isEqualTo(Rounded.ofCode(code, type));
        }
    }

    /** The middle between two neighbours goes to the one that ends in 0, and any little more or less to the nearer. */
    @Example
    void numbersOfSixteenBitsAreExactAndMiddlesGoToEvenOnes() {
        for (ElementType type : HALVES) {
            long infinity = type == ElementType.FLOAT16 ? 0x7C00 : 0x7F80;
            for (long bits = infinity - 1; bits >= 0; bits -= STEP) {
                BigFraction low = number(bits, type);
                assertThat(Rounded.of(low, type)).isEqualTo(new Rounded(bits, true));
                assertThat(Rounded.ofCode(code(bits, type), type)).isEqualTo(new Rounded(bits, true));
                if (bits > 0) {
                    assertThat(Rounded.of(low.negate(), type)).isEqualTo(new Rounded(bits | 0x8000, true));
                }
                BigFraction step = bits + 1 < infinity ? number(bits + 1, type).subtract(low)
                        : low.subtract(number(bits - 1, type));
                BigFraction middle = low.add(step.divide(2));
                BigFraction little = step.divide(1 << 20);
                assertThat(Rounded.of(middle, type)).isEqualTo(new Rounded(bits + (bits & 1), false));
                assertThat(Rounded.of(middle.subtract(little), type)).isEqualTo(new Rounded(bits, false));
                assertThat(Rounded.of(middle.add(little), type)).isEqualTo(new Rounded(bits + 1, false));
            }
        }
    }

    @Example
    void whatIsNoFiniteNumberStaysThat() {
        for (ElementType type : List.of(ElementType.FLOAT16, ElementType.BFLOAT16, ElementType.FLOAT32, ElementType.FLOAT64)) {
            for (long code : List.of(Code.INFINITY, Code.INFINITY | Long.MIN_VALUE, Code.NOT_A_NUMBER, 0L)) {
                assertThat(Rounded.ofCode(code, type).code(type)).as("%s", type).isEqualTo(code);
            }
        }
    }

    @Example
    void integersAreExactOrRefused() {
        assertThat(Rounded.of(new BigFraction(-128), ElementType.INT8)).isEqualTo(new Rounded(-128, true));
        assertThat(Rounded.of(new BigFraction(255), ElementType.UINT8)).isEqualTo(new Rounded(255, true));
        assertThat(Rounded.of(new BigFraction(BigInteger.TWO.pow(64).subtract(BigInteger.ONE)), ElementType.UINT64))
                .isEqualTo(new Rounded(-1, true));
        assertThatThrownBy(() -> Rounded.of(new BigFraction(128), ElementType.INT8))
                .isInstanceOf(ArithmeticException.class).hasMessage("int8 does not have the number 128");
        assertThatThrownBy(() -> Rounded.of(new BigFraction(-1), ElementType.UINT16)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Rounded.of(new BigFraction(1, 2), ElementType.INT64)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Rounded.of(new BigFraction(2), ElementType.BOOL)).isInstanceOf(ArithmeticException.class);
    }

    private static BigFraction number(long bits, ElementType type) {
        return Code.number(code(bits, type));
    }

    private static long code(BigDecimal decimal) {
        return Rounded.of(ExactNumber.of(decimal), ElementType.FLOAT64).code(ElementType.FLOAT64);
    }

    private static long code(long bits, ElementType type) {
        ByteBuffer buffer = ByteBuffer.allocate(type.bytes());
        new Rounded(bits, true).put(type, buffer);
        return type.next(buffer.flip());
    }

    private static long floatBits(float number) {
        return Float.floatToIntBits(number) & 0xFFFFFFFFL;
    }
}
