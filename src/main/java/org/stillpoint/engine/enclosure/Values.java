package org.stillpoint.engine.enclosure;

/**
 * A number for each parameter.
 *
 * @param weights for each layer, row by row
 * @param biases for each layer; empty for a layer without
 */
public record Values<T>(T[][] weights, T[][] biases) {
}
