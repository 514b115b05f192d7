package org.stillpoint.attacks;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What an attack makes use of. */
enum Kind {

    RULE_UNSEEN("a rule that only the prover sees"),
    COMMENT("a comment that only the prover reads"),
    DEFINITION("a definition that says something else"),
    HIDDEN_AXIOM("an axiom called a definition"),
    SORTS("a fact about the sorts that is none"),
    RECURSION("a recursion that does not end"),
    STUB("a false contract of a stub"),
    EVIDENCE("evidence that does not show the claim"),
    CONTRACT("a contract that says less"),
    EMPTIED("a test that tests nothing"),
    PAGE("a page that says more than is so");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    static Kind of(String words) {
        return Arrays.stream(values()).filter(kind -> kind.words.equals(words)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                words + ": expected one of " + Arrays.stream(values()).map(Kind::toString).collect(Collectors.joining(", "))));
    }

    @Override
    public String toString() {
        return words;
    }
}
