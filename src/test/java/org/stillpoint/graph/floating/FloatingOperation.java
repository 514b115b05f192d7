package org.stillpoint.graph.floating;

import org.stillpoint.graph.operation.OperationName;
import org.stillpoint.kernel.graph.Operation;

/**
 * An operation in floating point in the place of an exact one.
 *
 * @param laws {@code FINITE}: it vanishes with what the exact one vanishes with, and keeps what that keeps, which is so up to the
 *     sign of a zero, and for finite operands only. {@code NONE}: it declares nothing, which is so for all operands, NaN too
 */
record FloatingOperation(Operation exact, Rounded rounded, Format format, Laws laws) implements Operation {

    /** What may be declared. */
    public enum Laws {
        NONE, FINITE
    }

    static FloatingOperation of(Operation exact, Format format, Laws laws) {
        return new FloatingOperation(exact, Rounded.of(OperationName.of(exact)), format, laws);
    }

    @Override
    public Object apply(Object x, Object y, Object z) {
        return format == Format.DOUBLE ? (Object) rounded.of((double) x, (double) y, (double) z)
                : (Object) rounded.of((float) x, (float) y, (float) z);
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return laws == Laws.FINITE && exact.vanishes(x, y, z);
    }

    @Override
    public boolean keeps(boolean y, boolean z) {
        return laws == Laws.FINITE && exact.keeps(y, z);
    }

    @Override
    public String toString() {
        return OperationName.of(exact);
    }
}
