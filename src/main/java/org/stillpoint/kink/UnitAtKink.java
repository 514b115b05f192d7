package org.stillpoint.kink;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Vector;

/**
 * A hidden unit whose pre-activation is 0 for an input.
 *
 * @param unit from 0
 * @param error what comes into the unit, added up over the samples with this input
 */
public record UnitAtKink(int unit, Vector input, BigFraction error) {
}
