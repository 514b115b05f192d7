package org.stillpoint.enclosure;

import org.hipparchus.fraction.BigFraction;

/** A real number that is known exactly, and rational. */
public record Exact(BigFraction value) implements Real {

    @Override
    public boolean fits(int digits) {
        return true;
    }
}
