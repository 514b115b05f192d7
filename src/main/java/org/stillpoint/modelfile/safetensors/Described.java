package org.stillpoint.modelfile.safetensors;

import org.stillpoint.modelfile.tensor.Dimensions;

/**
 * A tensor as the head describes it.
 *
 * @param type how it is stored, in the words of the format
 * @param begin the place of its first byte behind the head
 * @param end the place behind its last byte, at least the beginning
 */
record Described(String name, String type, Dimensions dimensions, long begin, long end) {
}
