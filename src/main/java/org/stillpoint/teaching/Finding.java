package org.stillpoint.teaching;

import org.stillpoint.teaching.paper.Text;

/**
 * What a claim says of an exercise, and that the exact solution shows it.
 *
 * @param says the sentence, with its numbers
 */
record Finding(Text says) {

    /**
     * @param says with mathematics between dollar signs
     * @param holds whether the solution shows it, as computed
     * @throws IllegalStateException if not: nothing is handed out that is not so
     */
    static Finding that(String says, boolean holds) {
        if (!holds) {
            throw new IllegalStateException("the solution of an exercise does not show that " + says);
        }
        return new Finding(Text.of(says));
    }
}
