package org.stillpoint.claims;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.stillpoint.domain.DomainException;

/**
 * What a piece of evidence shows of a claim, as both of them state it: the claim's file, and the code that makes the evidence.
 *
 * @param claim the identifier of the claim
 */
public record Bearing(String claim, Shows shows, Extent of) {

    static final String SEPARATOR = ";";

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
                "\"" + text + "\": " + words[1] + ", expected establishes or refutes")), new Extent(words[2].replaceAll("\\s+", " ")));
    }

    /** Reads what {@link #text} wrote. */
    static List<Bearing> list(String text) {
        return text.isEmpty() ? List.of() : Arrays.stream(text.split(SEPARATOR)).map(Bearing::parse).toList();
    }

    /** All of them in one text, in order. */
    public static String text(Collection<Bearing> bearings) {
        return bearings.stream().map(Bearing::toString).sorted().collect(Collectors.joining(SEPARATOR + " "));
    }

    @Override
    public String toString() {
        return claim + " " + shows.id() + " " + of;
    }
}
