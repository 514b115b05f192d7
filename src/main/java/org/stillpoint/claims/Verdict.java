package org.stillpoint.claims;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What was decided about a statement as people say it. */
public enum Verdict {
    TRUE,
    FALSE,
    /** It depends; the claim's condition says on what. */
    CONDITIONAL;

    /** The word used in files: {@code true}, {@code false} or {@code conditional}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The verdict with this word, empty if there is none. */
    public static Optional<Verdict> fromId(String id) {
        return Arrays.stream(values()).filter(verdict -> verdict.id().equals(id)).findFirst();
    }
}
