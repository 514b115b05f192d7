package org.stillpoint.claims;

import java.util.List;

/**
 * The catalogue with the evidence of one build: every claim in it is established.
 *
 * @param claims in the order of the catalogue
 * @param evidence everything that ran, also what no claim names, each kind and name once
 */
public record BoundCatalogue(Build build, List<BoundClaim> claims, List<EvidenceRecord> evidence)
        implements BuiltCatalogue {

    public BoundCatalogue {
        claims = List.copyOf(claims);
        evidence = List.copyOf(evidence);
    }

    /**
     * Binds each claim to the evidence that it names and that names it.
     *
     * @param records what ran in this build; evidence that ran more than once passed if it always passed
     * @throws BindingException with everything that did not run, did not pass, tried too little, or does not say of a claim what
     *     that says of it
     */
    public static BoundCatalogue bind(Build build, Catalogue catalogue, List<EvidenceRecord> records) {
        Binding binding = new Binding(catalogue, records);
        return new BoundCatalogue(build, binding.claims(), binding.evidence());
    }
}
