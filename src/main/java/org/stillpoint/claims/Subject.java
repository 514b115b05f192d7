package org.stillpoint.claims;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What claims are about: each family of identifiers belongs to one. */
public enum Subject {
    QUESTION("The question and its answers", "Q"),
    ZERO("All zero", "ZERO", "STATE"),
    PARTLY_ZERO("Partly zero, dead units", "PART", "DEAD", "UNIT"),
    ACTIVATIONS("Activations", "ACT"),
    SYMMETRY("Symmetry", "SYM", "EMB", "DATA"),
    LAWS("Laws of gradients", "LAW", "BAL"),
    KINKS("Kinks", "KINK"),
    BLOCKS("Blocks of larger models", "BLOCK"),
    HEADS("Heads and softmax", "HEAD"),
    RATES("Learning rates", "RATE"),
    WIDTH("Width and the identity", "WIDTH", "CHAIN"),
    ARCHITECTURES("Any architecture", "GRAPH", "CONV", "NORM", "RES", "LORA", "GATE", "ATT", "TIED", "WORD"),
    /** Those of a family that is not known here. */
    OTHER("Others");

    private final String words;
    private final List<String> families;

    Subject(String words, String... families) {
        this.words = words;
        this.families = List.of(families);
    }

    /** The subject of a claim. */
    public static Subject of(Claim claim) {
        String family = claim.id().substring(0, claim.id().indexOf('-'));
        return Arrays.stream(values()).filter(subject -> subject.families.contains(family)).findFirst().orElse(OTHER);
    }

    /** The word used in addresses, such as {@code partly-zero}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A few words for people. */
    public String words() {
        return words;
    }
}
