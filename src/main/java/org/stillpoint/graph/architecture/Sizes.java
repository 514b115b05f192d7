package org.stillpoint.graph.architecture;

/**
 * How large an architecture is.
 *
 * @param samples in a batch, or tokens of a sequence
 * @param features that come in, or channels
 * @param hidden units or channels within
 */
public record Sizes(int samples, int features, int hidden) {
}
