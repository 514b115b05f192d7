package org.stillpoint.report;

import java.util.List;
import java.util.Set;

/**
 * A kind of reader, and where to start.
 *
 * @param id the anchor
 * @param who completes "If you"
 * @param steps in the order in which to take them
 */
record Reader(String id, String who, List<Step> steps) {

    static final List<Reader> ALL = List.of(
            new Reader("teacher", "teach", List.of(
                    new Step("guide/lesson-plan.html", "A lesson plan", "one lesson on what a start can never do"),
                    new Step("lab.html", "The lab", "project it: step, back, and two starts side by side"),
                    new Step("teaching.html", "Handouts and exercises", "to print, with exact solutions"),
                    new Step("guide/grade-a-class.html", "Grade a class", "judge all submissions by the same questions"))),
            new Reader("student", "learn backpropagation", List.of(
                    new Step("lab.html", "The lab", "choose a start, predict, then step"),
                    new Step("claims/Q-B.html", "The question", "what happens if every weight starts at zero, and why"),
                    new Step("guide/certified-examples.html", "Worked examples", "the examples of the web with digits that are "
                            + "certain"),
                    new Step("guide/check-your-homework.html", "Check your homework", "find out whether your own program is "
                            + "right, and which mistake it makes"))),
            new Reader("engineer", "train networks", List.of(
                    new Step("decision.html", "The decision table", "what each kind of start leads to"),
                    new Step("guide/check-your-homework.html", "Check a program", "the same questions judge a library or your "
                            + "own code"),
                    new Step("guide/own-architecture.html", "Your architecture", "state a block, and read whether it is stuck"),
                    new Step("implementations.html", "Implementations", "what was found in libraries"),
                    new Step("drift.html", "Drift", "how long floating point follows the exact training"),
                    new Step("guide/claim-files.html", "State a claim in a file", "and have it searched for the smallest "
                            + "counterexample"))),
            new Reader("verification", "verify programs", List.of(
                    new Step("graph.html", "The dependency graph", "from a claim down to the axioms, step by step"),
                    new Step("proofs.html", "The proofs", "every obligation with its size, and how it was found"),
                    new Step("trust.html", "What is trusted", "the layers, how to read a contract, and what guards it"),
                    new Step("guide/own-claims.html", "Test your own claim", "as a property over the same arbitraries"))),
            new Reader("reviewer", "review this", List.of(
                    new Step("trust.html#the-layers-of-trust", "The layers of trust", "what is proved, what is tested and "
                            + "what is taken for granted"),
                    new Step("proofs.html", "The proofs", "with the number of mistakes that each theorem's contracts stop"),
                    new Step("benchmarks.html", "Benchmarks", "also the targets that were missed"),
                    new Step("census.html", "Census", "every small training there is, counted"))));

    Reader {
        steps = List.copyOf(steps);
    }

    /**
     * A page to read.
     *
     * @param href its path within the site, with an anchor if need be
     * @param words the link
     * @param why what one finds there
     */
    record Step(String href, String words, String why) {

        boolean isOn(Set<String> pages) {
            return pages.contains(href.replaceFirst("#.*", ""));
        }
    }
}
