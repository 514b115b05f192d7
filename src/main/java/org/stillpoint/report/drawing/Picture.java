package org.stillpoint.report.drawing;

/**
 * A drawn network.
 *
 * @param svg the element
 * @param hasEveryNumber whether each weight and each bias stands in it, exactly and for each unit by itself
 */
public record Picture(String svg, boolean hasEveryNumber) {
}
