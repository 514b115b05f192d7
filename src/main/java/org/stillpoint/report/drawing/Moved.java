package org.stillpoint.report.drawing;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.enclosure.Enclosure;
import org.stillpoint.enclosure.Exact;
import org.stillpoint.enclosure.Real;

/** Whether a number is another one than before. */
public final class Moved {

    private Moved() {
    }

    /** Whether two numbers certainly differ: enclosed ones do where their enclosures are apart. */
    public static boolean between(Real before, Real after) {
        return high(before).compareTo(low(after)) < 0 || high(after).compareTo(low(before)) < 0;
    }

    private static BigFraction low(Real value) {
        return value instanceof Enclosure enclosure ? ExactNumber.of(enclosure.low()) : ((Exact) value).value();
    }

    private static BigFraction high(Real value) {
        return value instanceof Enclosure enclosure ? ExactNumber.of(enclosure.high()) : ((Exact) value).value();
    }
}
