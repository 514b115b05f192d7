package org.stillpoint.graph.operation;

import org.hipparchus.fraction.BigFraction;

/** {@code x + y}, of equal shapes. */
record Sum() implements Entrywise {

    @Override
    public BigFraction entry(BigFraction x, BigFraction y) {
        return x.add(y);
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
        return "sum";
    }
}
