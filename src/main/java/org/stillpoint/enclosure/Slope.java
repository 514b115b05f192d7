package org.stillpoint.enclosure;

/** The value of a function at a point, and its derivative there. */
public record Slope(Ball value, Ball slope) {
}
