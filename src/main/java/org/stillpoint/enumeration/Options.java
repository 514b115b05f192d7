package org.stillpoint.enumeration;

/**
 * What saves work; the counts are the same without.
 *
 * @param merging whether trainings that reach the same state at the end of an epoch go on as one
 * @param quotient whether only one order of the hidden units is trained: the order does not matter, as training commutes with it.
 *     (The order of inputs and samples does matter.)
 */
public record Options(boolean merging, boolean quotient) {

    public static final Options ALL = new Options(true, true);
}
