package org.stillpoint.witness;

import org.hipparchus.fraction.BigFraction;

/** A number with what it measures, in words. */
public record Quantity(String what, BigFraction value) {
}
