package org.stillpoint.engine.enclosure;

/**
 * Why a training ends before its last step, or with less than was asked for.
 *
 * @param step the first one that is not in the result, from 1
 * @param bits what it would take, more than the limit
 */
public record Halt(int step, int bits, int limit, String why) {
}
