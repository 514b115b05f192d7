package org.stillpoint.contract;

/**
 * A value of any kind, as programs compute with: a number, a tensor, anything.
 *
 * @param value a reduced {@code BigFraction} for a number, and null for what stands outside every list
 */
public record Content(Object value) {
}
