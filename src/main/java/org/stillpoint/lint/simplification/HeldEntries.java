package org.stillpoint.lint.simplification;

import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.Entries;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * Entries in memory.
 *
 * @param codes not changed
 */
record HeldEntries(long[] codes) implements Entries {

    /** A tensor like another one with these entries. */
    static Weights like(Weights weights, Dimensions dimensions, long[] codes) {
        return new Weights(weights.name(), weights.type(), weights.isFloating(), dimensions, new HeldEntries(codes));
    }

    @Override
    public void read(long from, long[] into) {
        System.arraycopy(codes, Math.toIntExact(from), into, 0, into.length);
    }
}
