package org.stillpoint.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.enclosure.Enclosure;
import org.stillpoint.enclosure.Exact;
import org.stillpoint.enclosure.Real;

class RealTextTest {

    private static Real enclosure(String low, String high) {
        return new Enclosure(new BigDecimal(low), new BigDecimal(high));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0.7310585786300048 | 0.7310585786300049 | 0.7310585786300048 +- 1e-16",
        "0.73105857863000486 | 0.73105857863000489 | 0.7310585786300049 +- 1e-16",
        "-0.25004           | -0.24996           | -0.2500 +- 1e-4",
        "0.4999999          | 0.5000001          | 0.500000 +- 1e-6",
        "-1e-20             | 1e-20              | 0 +- 1e-19",
        "-3e-21             | 7e-21              | 0 +- 1e-20",
        "1.2344e-30         | 1.2346e-30         | 1.234e-30 +- 1e-33",
        "123456             | 123457.5           | 1.2346e+5 +- 1e1",
        "999.7              | 1000.3             | 1000 +- 1e0"})
    void anEnclosedNumberIsWithinOneUnitOfTheLastDigit(String low, String high, String text) {
        assertThat(RealText.of(enclosure(low, high))).isEqualTo(text);
    }

    @Property(tries = 500)
    void theEnclosureLiesInWhatIsShownOfIt(@ForAll @BigRange(min = "-10", max = "10") @Scale(9) BigDecimal low,
                                           @ForAll @BigRange(min = "0.000000001", max = "0.1") @Scale(9) BigDecimal width) {
        String[] shown = RealText.of(new Enclosure(low, low.add(width))).split(" \\+- ");
        BigDecimal number = new BigDecimal(shown[0]);
        BigDecimal unit = new BigDecimal(shown[1]);

        assertThat(number.subtract(unit)).isLessThanOrEqualTo(low);
        assertThat(number.add(unit)).isGreaterThanOrEqualTo(low.add(width));
        assertThat(number.signum() == 0 ? unit : number.ulp()).isEqualByComparingTo(unit);
        assertThat(unit).isLessThan(width.multiply(BigDecimal.TEN));
    }

    @ParameterizedTest
    @CsvSource({"1/4, 1/4", "0.5, 1/2", "3, 3"})
    void anExactNumberIsWrittenAsEver(String number, String text) {
        BigFraction value = ExactNumber.parse(number);

        assertThat(RealText.of(new Exact(value))).isEqualTo(text);
        assertThat(RealText.of(List.of(new Exact(value), enclosure("1.1", "1.2")))).isEqualTo("(" + text + ", 1.1 +- 1e-1)");
    }
}
