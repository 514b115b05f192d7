package org.stillpoint.report.graph;

import java.util.Locale;

/** What a node of the graph is, in the order from what people say to what is taken for granted. */
public enum NodeKind {
    CLAIM("Claims", "a sentence of the catalogue"),
    THEOREM("Theorems", "a contract that says what a claim says, or helps another to"),
    WITNESS("Examples", "a counterexample or an example, saved with every number"),
    PROPERTY("Properties", "a sentence that generated examples test"),
    CONTRACT("Contracts", "what a method of the kernel requires and ensures"),
    LEMMA("Lemmas", "a rule of the theory"),
    AXIOM("Axioms", "a rule of arithmetic that nothing here proves");

    private final String heading;
    private final String meaning;

    NodeKind(String heading, String meaning) {
        this.heading = heading;
        this.meaning = meaning;
    }

    /** The word in anchors, such as {@code claim}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String heading() {
        return heading;
    }

    /** What one of them is. */
    String meaning() {
        return meaning;
    }
}
