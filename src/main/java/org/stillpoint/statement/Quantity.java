package org.stillpoint.statement;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;

/** A number with what it measures, in words. */
public record Quantity(String what, BigFraction value) {

    @Override
    public String toString() {
        return what + " (" + ExactNumber.write(value) + ")";
    }
}
