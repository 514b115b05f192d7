package org.stillpoint.claims;

import java.util.List;

/**
 * The catalogue of a build that ran no evidence: no claim in it is established.
 *
 * @param claims in the order of the catalogue
 */
public record UnboundCatalogue(Build build, List<UnboundClaim> claims) implements BuiltCatalogue {

    public UnboundCatalogue {
        claims = List.copyOf(claims);
    }

    /** The claims of a catalogue, none of them established. */
    public static UnboundCatalogue of(Build build, Catalogue catalogue) {
        return new UnboundCatalogue(build, catalogue.claims().stream().map(UnboundClaim::new).toList());
    }
}
