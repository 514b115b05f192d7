package org.stillpoint.kink;

import java.util.List;
import org.hipparchus.fraction.BigFraction;

/**
 * How rates of change are computed with, from the parameters to the loss.
 *
 * @param <R> a rate
 */
interface Rules<R> {

    /** How fast a parameter moves; they are in the order of {@link org.stillpoint.domain.Network#parameters()}. */
    R parameter(int index);

    /** @param factor of 0 gives the rate 0, whatever the other is */
    R times(R rate, BigFraction factor);

    R sum(List<R> rates);

    /** The rate of a function's value, by the rate of its argument. */
    R through(Slopes slopes, R argument);
}
