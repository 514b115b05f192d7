package org.stillpoint.graph.operation;

import org.hipparchus.fraction.BigFraction;

/** {@code x y}, entry by entry, of equal shapes. */
record Product() implements Entrywise {

    @Override
    public BigFraction entry(BigFraction x, BigFraction y) {
        return x.multiply(y);
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x || y;
    }

    @Override
    public String toString() {
        return "product";
    }
}
