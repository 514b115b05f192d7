package org.stillpoint.enclosure;

import java.math.BigDecimal;

/** A real number that lies from low to high, by bounds of every rounding on the way to it. */
public record Enclosure(BigDecimal low, BigDecimal high) implements Real {

    /** @throws IllegalArgumentException if low is not below high */
    public Enclosure {
        if (low.compareTo(high) >= 0) {
            throw new IllegalArgumentException(low + " to " + high + " is no enclosure, expected low below high");
        }
    }

    public BigDecimal width() {
        return high.subtract(low);
    }

    /** Whether it holds zero. */
    public boolean holdsZero() {
        return low.signum() <= 0 && high.signum() >= 0;
    }

    @Override
    public boolean fits(int digits) {
        if (holdsZero()) {
            return width().compareTo(unit(-digits)) <= 0;
        }
        BigDecimal smaller = low.signum() > 0 ? low : high;
        int first = smaller.precision() - smaller.scale() - 1;
        return width().compareTo(unit(first - digits + 1)) <= 0;
    }

    private static BigDecimal unit(int exponent) {
        return BigDecimal.ONE.scaleByPowerOfTen(exponent);
    }
}
