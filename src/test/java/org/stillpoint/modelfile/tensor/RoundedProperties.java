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
        BigFraction number = fraction(decimal);

        assertThat(Rounded.of(number, ElementType.FLOAT64).bits())
                .isEqualTo(Double.doubleToLongBits(Double.parseDouble(decimal.toString())));
        assertThat(Rounded.of(number, ElementType.FLOAT32).bits()).isEqualTo(floatBits(Float.parseFloat(decimal.toString())));
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
                assertThat(code(Rounded.ofCode(code, type).bits(), type)).as("%s", type).isEqualTo(code);
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

    private static long code(long bits, ElementType type) {
        ByteBuffer buffer = ByteBuffer.allocate(type.bytes());
        new Rounded(bits, true).put(type, buffer);
        return type.next(buffer.flip());
    }

    private static long floatBits(float number) {
        return Float.floatToIntBits(number) & 0xFFFFFFFFL;
    }

    private static BigFraction fraction(BigDecimal decimal) {
        BigInteger digits = decimal.unscaledValue();
        BigInteger power = BigInteger.TEN.pow(Math.abs(decimal.scale()));
        return decimal.scale() < 0 ? new BigFraction(digits.multiply(power)) : new BigFraction(digits, power);
    }
}
