package org.stillpoint.claims;

import java.util.Locale;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.domain.DomainException;

/** How all of a statement is established, the strongest first. */
public enum EstablishedBy {
    /** Proofs decide all of it. */
    PROOF,
    /** Exact examples, computed again in each build, decide what no proof does. */
    WITNESS,
    /** Some of it is decided by properties alone, which held on every generated example. */
    TEST;

    /** The word used in files: {@code proof}, {@code witness} or {@code test}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EstablishedBy of(Kind kind) {
        return switch (kind) {
            case PROOF -> PROOF;
            case WITNESS -> WITNESS;
            case PROPERTY -> TEST;
            case RECHECK, RULES ->
                    throw new DomainException("evidence of the kind " + kind.id() + ", which decides no statement");
        };
    }
}
