package org.stillpoint.claims;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which way a piece of evidence decides what it speaks of. */
public enum Shows {
    ESTABLISHES,
    REFUTES;

    /** The word used in files: {@code establishes} or {@code refutes}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with this word, empty if there is none. */
    public static Optional<Shows> fromId(String id) {
        return Arrays.stream(values()).filter(shows -> shows.id().equals(id)).findFirst();
    }
}
