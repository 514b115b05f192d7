package org.stillpoint.claims;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * What one piece of evidence did when it ran.
 *
 * @param name the proved contract, the property, the witness or the question, unique within its kind
 * @param passed true if the proof closed, the property held on every try, or the witness was reproduced
 * @param seconds the wall time it took, not negative
 * @param bearings the claims that the evidence itself says it bears on, and what it shows of them
 */
public record EvidenceRecord(String name, boolean passed, BigDecimal seconds, List<Bearing> bearings, Figures figures) {

    /** How a piece of evidence establishes a claim. */
    public enum Kind {
        /** A contract that the prover closed, for every dimension and value. */
        PROOF,
        /** A statement that held on every generated example. */
        PROPERTY,
        /** A saved counterexample, every number of which was computed again. */
        WITNESS,
        /** A question about numbers, of a bounded size, that another solver than the prover answered as expected. */
        RECHECK,
        /** How many rules of one kind the prover was given. */
        RULES;

        /** The word used in files, such as {@code proof}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public EvidenceRecord {
        if (name.isBlank()) {
            throw new IllegalArgumentException("evidence must have a name");
        }
        if (seconds.signum() < 0) {
            throw new IllegalArgumentException("seconds must not be negative: " + seconds);
        }
        bearings = List.copyOf(bearings);
    }

    /** How it establishes a claim. */
    public Kind kind() {
        return figures.kind();
    }
}
