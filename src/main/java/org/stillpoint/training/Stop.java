package org.stillpoint.training;

/**
 * Why a training ended before its last step: a numerator or denominator was too long, or its numbers could not be enclosed so
 * certainly as asked for.
 *
 * @param step the first step that makes such a number, from 1
 * @param bits the longest one after that step, or the precision that would be needed
 * @param limit the most bits allowed
 * @param why in one line
 */
public record Stop(int step, int bits, int limit, String why) {

    /** A step that makes a number too long. */
    public Stop(int step, int bits, int limit) {
        this(step, bits, limit, "step " + step + " makes numbers of " + bits + " bits, expected at most " + limit);
    }
}
