package org.stillpoint.lint.survey;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.modelfile.tensor.Code;

/**
 * A slice that is not zero, and whose entries all are at most 1e-20 in size. That is a heuristic: next to activations and weights
 * of ordinary size, what it adds is lost when 32-bit numbers are rounded.
 *
 * @param index of the slice, from 0
 * @param largest the size of its largest entry, as a code
 */
public record Tiny(int index, long largest) {

    /** 1e-20 or the largest binary64 below, as a code. */
    static final long BOUND = Sizes.atMost(Sizes.TEN_TO_MINUS_TWENTY);

    /** The power of two by which the largest entry is in size: 2^e is at most that, 2^(e+1) is above. */
    public int exponent() {
        return Code.exponent(largest);
    }

    /** The size of the largest entry. */
    public BigFraction size() {
        return Code.number(largest);
    }
}
