package org.stillpoint.lint.simplification;

import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * A unit that was taken away.
 *
 * @param layer the one that makes it
 * @param tensor of that layer
 * @param unit its index along the axis of units in the tensor of the file, from 0
 * @param constant what it passed on, if that is why
 * @param exact whether all numbers that come of it were stored as they are; else one was rounded to the nearest of its type
 * @param twin the unit that does what it did, if that is why
 */
public record Removal(Reason reason, String layer, String tensor, int unit, boolean exact,
                      Optional<BigFraction> constant, Optional<Integer> twin) {

    /** Why the function stays the same. */
    public enum Reason {

        /** All weights that take it are zero, and zero times anything is zero. */
        UNREAD,

        /** It is one number whatever is fed; what is made of it was added to the biases behind it. */
        CONSTANT,

        /** It equals another unit, whose outgoing weights became the sums of both. */
        TWIN
    }
}
