package org.stillpoint.training;

/**
 * Why a training ended before its last step: a numerator or denominator was too long.
 *
 * @param step the first step that makes such a number, from 1
 * @param bits the longest one after that step
 * @param limit the most bits allowed, fewer than these
 */
public record Stop(int step, int bits, int limit) {
}
