package org.stillpoint.claims;

import java.util.Optional;

/** A claim whose evidence did not run. */
public record UnboundClaim(Claim claim) implements BuiltClaim {

    @Override
    public Optional<EvidenceRecord> ran(EvidenceName name) {
        return Optional.empty();
    }
}
