package org.stillpoint.report.graph;

import java.util.Locale;

/** How far something is established, so that what is proved never looks like what is only said. */
enum Standing {
    PROVED("✓", "proved", "the prover closed it in this build"),
    EXAMPLE("◆", "by example", "decided by exact examples, every number of which this build computed again"),
    TESTED("◌", "tested", "it held on every generated example of this build, and is not proved"),
    ASSUMED("◎", "assumed", "taken for granted: nothing here proves it"),
    STATED("○", "stated only", "nothing ran for it in this build");

    private final String mark;
    private final String words;
    private final String meaning;

    Standing(String mark, String words, String meaning) {
        this.mark = mark;
        this.words = words;
        this.meaning = meaning;
    }

    /** The name of its style. */
    String style() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One character of its own. */
    String mark() {
        return mark;
    }

    String words() {
        return words;
    }

    /** What it says and does not say. */
    String meaning() {
        return meaning;
    }
}
