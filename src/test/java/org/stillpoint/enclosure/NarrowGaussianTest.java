package org.stillpoint.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.domain.ExactNumber;

/** The errors of a series are divided with its terms: they do not grow with the number of terms. */
class NarrowGaussianTest {

    private static final int FEW_UNITS = 8;

    @ParameterizedTest
    @CsvSource({"128, -23/6", "128, 5/3", "256, -7/3", "1024, 23/6", "1024, -20"})
    void erfAndGeluAreKnownToAFewUnits(int bits, String argument) {
        Precision precision = Precision.of(bits);
        Ball z = precision.ball(ExactNumber.parse(argument));
        Slope gelu = precision.gelu(z);

        assertThat(Radius.bits(gelu.value().radius())).isLessThan(FEW_UNITS);
        assertThat(Radius.bits(gelu.slope().radius())).isLessThan(FEW_UNITS);
        assertThat(Radius.bits(precision.erf(z).radius())).isLessThan(FEW_UNITS);
    }
}
