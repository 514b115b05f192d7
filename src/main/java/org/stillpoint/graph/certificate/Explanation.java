package org.stillpoint.graph.certificate;

import java.util.List;

/**
 * Why a fact holds, in steps each of which follows from the program alone. A fact about state may be used before its own step:
 * it is said of the beginning of a training step there, and explained through the end of one (induction over steps of
 * training).
 *
 * @param steps the first is that of the fact to explain; each fact that a step is put down to has a step of its own, and no fact
 *     has two
 */
public record Explanation(List<Step> steps) {

    /**
     * One fact and what it follows from.
     *
     * @param because no fact twice; empty if it follows from the start or the feed
     */
    public record Step(Fact fact, Reason reason, List<Fact> because) {

        public Step {
            because = List.copyOf(because);
        }
    }

    public Explanation {
        steps = List.copyOf(steps);
    }

    /** What is explained. */
    public Fact fact() {
        return steps.get(0).fact();
    }
}
