package org.stillpoint.engine.enclosure;

/**
 * Why a training ends before its last step, or with less than was asked for.
 *
 * @param step the first one that is not in the result, from 1
 * @param bits the precision that it would take, or that was not enough
 */
public record Halt(int step, int bits, int limit, String why) {
}
