package org.stillpoint.claims;

import org.stillpoint.domain.DomainException;

/**
 * What a piece of evidence shows of a claim, as both of them state it: the claim's file, and the code that makes the evidence.
 *
 * @param claim the identifier of the claim
 */
public record Bearing(String claim, Shows shows, Extent of) {

    /**
     * Reads text such as {@code SYM-2 establishes all}.
     *
     * @throws DomainException if it is no such text
     */
    public static Bearing parse(String text) {
        String[] words = text.strip().split("\\s+", 3);
        if (words.length < 3) {
            throw new DomainException("\"" + text + "\" says nothing of a claim, expected text like ZERO-2 establishes all");
        }
        return new Bearing(words[0], Shows.fromId(words[1]).orElseThrow(() -> new DomainException(
                "\"" + text + "\": " + words[1] + ", expected establishes or refutes")),
                new Extent(words[2].replaceAll("\\s+", " ")));
    }

    @Override
    public String toString() {
        return claim + " " + shows.id() + " " + of;
    }
}
