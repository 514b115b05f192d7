package org.stillpoint.claims;

import java.util.List;
import java.util.Optional;

/** The catalogue as one build left it in its jar: bound to the evidence that ran, or unbound because none did. */
public sealed interface BuiltCatalogue permits BoundCatalogue, UnboundCatalogue {

    Build build();

    /** In the order of the catalogue. */
    List<? extends BuiltClaim> claims();

    /** The claim with this identifier, empty if there is none. */
    default Optional<BuiltClaim> find(String id) {
        return claims().stream().filter(built -> built.claim().id().equals(id)).<BuiltClaim>map(built -> built).findFirst();
    }
}
