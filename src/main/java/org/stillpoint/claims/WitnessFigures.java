package org.stillpoint.claims;

import java.util.Optional;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.witness.Searched;

/**
 * A saved counterexample that was computed again.
 *
 * @param search the one that found it, if one did
 */
public record WitnessFigures(Optional<Searched> search) implements Figures {

    @Override
    public Kind kind() {
        return Kind.WITNESS;
    }
}
