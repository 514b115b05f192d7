package org.stillpoint.modelfile.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.stillpoint.domain.ExactNumber;

/** The numbers that Java itself rounds to are the ones that are found. */
class RoundingProperties {

    @Property(tries = 1000)
    void decimalsAreRoundedAsJavaDoes(@ForAll BigDecimal decimal) {
        assertThat(Rounding.BINARY64.code(ExactNumber.of(decimal)))
                .isEqualTo(Code.ofBinary64(Double.doubleToRawLongBits(decimal.doubleValue())));
        assertThat(Rounding.BINARY32.code(ExactNumber.of(decimal)))
                .isEqualTo(Code.ofBinary32(Integer.toUnsignedLong(Float.floatToRawIntBits(decimal.floatValue()))));
    }

    /** The sum of any number of binary64 and half a unit in its last place, more or less a little. */
    @Property(tries = 1000)
    void tiesGoToTheEvenNeighbour(@ForAll double number, @ForAll int shift) {
        BigDecimal half = new BigDecimal(Math.ulp(number)).divide(BigDecimal.valueOf(2));
        BigDecimal little = half.multiply(BigDecimal.valueOf(Math.floorMod(shift, 3) - 1)).movePointLeft(30);
        BigDecimal sum = new BigDecimal(number).add(half).add(little);

        assertThat(Rounding.BINARY64.code(ExactNumber.of(sum)))
                .isEqualTo(Code.ofBinary64(Double.doubleToRawLongBits(sum.doubleValue())));
    }

    @Example
    void whatIsTooLargeIsInfiniteAndWhatIsTooSmallIsZero() {
        assertThat(code("1.7976931348623158e308")).isEqualTo(Code.ofBinary64(Double.doubleToRawLongBits(Double.MAX_VALUE)));
        assertThat(code("1.7976931348623159e308")).isEqualTo(Code.INFINITY);
        assertThat(code("-1e309")).isEqualTo(Code.INFINITY | 1L << 63);
        assertThat(code("2.4e-324")).isZero();
        assertThat(code("2.5e-324")).isEqualTo(1);
    }

    private static long code(String decimal) {
        return Rounding.BINARY64.code(ExactNumber.of(new BigDecimal(decimal)));
    }
}
