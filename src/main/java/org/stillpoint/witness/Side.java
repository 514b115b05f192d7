package org.stillpoint.witness;

import org.hipparchus.fraction.BigFraction;

/** One side of a comparison that a file spells out itself. */
public sealed interface Side {

    /**
     * A number of the file's network, data, settings or trace.
     *
     * @param pointer a JSON pointer such as {@code /trace/steps/0/gradients/layers/0/weights/0/1}
     */
    record At(String pointer) implements Side {
    }

    /** A number that the claim itself names, such as the zero in "is zero". */
    record Stated(String what, BigFraction value) implements Side {
    }
}
