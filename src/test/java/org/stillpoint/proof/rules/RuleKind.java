package org.stillpoint.proof.rules;

/** What a rule is to someone who has to trust it. There is no further kind. */
enum RuleKind {

    SORT("facts about the sorts",
            "all in sorts.key: lists have a length and entries, and are equal when these are; a state is its four parts"),
    OBJECT("facts about objects", "each of numbers as contents, which an object holds, or of a final field, which holds what its"
            + " object was made with; the latter is tested of every class that has one"),
    DEFINITION("definitions", "each says what one new name stands for, once and not in a circle, so it contradicts nothing"),
    AXIOM("axioms of arithmetic", "each tested on the numbers of the code, and true of the real numbers by another solver"),
    LEMMA("lemmas", "each proved in this build from the rules above it");

    private final String label;
    private final String reason;

    RuleKind(String label, String reason) {
        this.label = label;
        this.reason = reason;
    }

    static RuleKind of(KeyRule rule) {
        if (rule.file().equals("sorts.key")) {
            return SORT;
        }
        if (rule.name().startsWith("fact")) {
            return OBJECT;
        }
        return rule.isAxiom() ? AXIOM : rule.name().startsWith("lemma") ? LEMMA : DEFINITION;
    }

    String label() {
        return label;
    }

    /** Why a rule of this kind may be used. */
    String reason() {
        return reason;
    }
}
