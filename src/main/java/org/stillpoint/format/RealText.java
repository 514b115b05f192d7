package org.stillpoint.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.enclosure.Enclosure;
import org.stillpoint.enclosure.Exact;
import org.stillpoint.enclosure.Real;

/**
 * Real numbers for people: an exact one as ever, {@code 1/4}; an enclosed one as {@code 0.7311 +- 1e-4}, which is at most so far
 * from the true number, one unit of the last digit shown.
 */
public final class RealText {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private RealText() {
    }

    public static String of(Real value) {
        return value instanceof Exact exact ? ExactNumber.write(exact.value()) : of((Enclosure) value);
    }

    /** As in {@code (1, 1/2)}. */
    public static String of(List<Real> vector) {
        return vector.stream().map(RealText::of).collect(Collectors.joining(", ", "(", ")"));
    }

    /**
     * The unit is the least power of ten that is not below the width w. The enclosed number is at most w / 2 from the middle, and
     * the middle, rounded to a multiple of the unit, moves by half a unit at most: from half way towards 0, so that between two
     * neighbouring decimals the digits shown are those of the number itself.
     */
    private static String of(Enclosure enclosure) {
        BigDecimal width = enclosure.high().subtract(enclosure.low());
        int floorOfLog10 = width.precision() - 1 - width.scale();
        boolean isPower = width.compareTo(BigDecimal.ONE.scaleByPowerOfTen(floorOfLog10)) == 0;
        int exponent = isPower ? floorOfLog10 : floorOfLog10 + 1;
        BigDecimal shown = enclosure.low().add(enclosure.high()).multiply(HALF).setScale(-exponent, RoundingMode.HALF_DOWN);
        return (shown.signum() == 0 ? "0" : ExactNumber.write(shown)) + " +- 1e" + exponent;
    }
}
