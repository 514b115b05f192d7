package org.stillpoint.lint.finding;

import java.util.List;
import org.stillpoint.lint.fact.Fact;

/**
 * A fact with the units that it speaks of.
 *
 * @param spot the axis along which the fact counts
 * @param units of the strand, ascending: those of which all slices are spoken of
 */
record Known(Fact fact, Strand strand, Spot spot, List<Integer> units) {

    Known {
        units = List.copyOf(units);
    }

    boolean isOf(Spot.Use use) {
        return spot.use() == use;
    }

    /** Whether what the units pass on is zero. */
    boolean isZero() {
        return switch (fact.kind()) {
            case ALWAYS_ZERO -> true;
            case CONSTANT_NOW -> fact.value().filter("0"::equals).isPresent();
            default -> false;
        };
    }
}
