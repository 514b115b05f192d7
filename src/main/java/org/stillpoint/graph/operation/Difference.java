package org.stillpoint.graph.operation;

import org.hipparchus.fraction.BigFraction;

/** {@code x - y}, of equal shapes. */
record Difference() implements Entrywise {

    @Override
    public BigFraction entry(BigFraction x, BigFraction y) {
        return x.subtract(y);
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x && y;
    }

    @Override
    public boolean keeps(boolean y, boolean z) {
        return y;
    }

    @Override
    public String toString() {
        return "difference";
    }
}
