package org.stillpoint.claims;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What one piece of evidence did when it ran.
 *
 * @param kind how it establishes a claim
 * @param name the proved contract, the property, the witness or the question, unique within its kind
 * @param passed true if the proof closed, the property held on every try, or the witness was reproduced
 * @param seconds the wall time it took, not negative
 * @param detail further figures by key, such as {@code nodes} of a proof or {@code tries} of a property; copied
 */
public record EvidenceRecord(Kind kind, String name, boolean passed, BigDecimal seconds, Map<String, String> detail) {

    /** The key of the detail that says which claims the evidence bears on, as {@link Bearing#text} writes it. */
    public static final String CLAIMS = "claims";

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
        Objects.requireNonNull(kind, "kind");
        if (name.isBlank()) {
            throw new IllegalArgumentException("evidence must have a name");
        }
        if (seconds.signum() < 0) {
            throw new IllegalArgumentException("seconds must not be negative: " + seconds);
        }
        detail = Collections.unmodifiableMap(new TreeMap<>(detail));
    }

    /** The claims that the evidence itself says it bears on, and what it shows of them. */
    public List<Bearing> bearings() {
        return Bearing.list(detail.getOrDefault(CLAIMS, ""));
    }
}
