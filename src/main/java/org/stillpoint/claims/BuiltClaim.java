package org.stillpoint.claims;

import java.util.Optional;

/** A claim as one build left it: established by its evidence, or without any. */
public sealed interface BuiltClaim permits BoundClaim, UnboundClaim {

    Claim claim();

    /** What a piece of evidence that the claim names did in the build, empty if it did not run. */
    Optional<EvidenceRecord> ran(EvidenceName name);
}
