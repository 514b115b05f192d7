package org.stillpoint.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
     * Binds each claim to the evidence that it names.
     *
     * @param records what ran in this build; evidence that ran more than once passed if it always passed
     * @throws BindingException with every claim whose evidence did not run or did not pass
     */
    public static BoundCatalogue bind(Build build, Catalogue catalogue, List<EvidenceRecord> records) {
        Map<EvidenceName, EvidenceRecord> ran = new LinkedHashMap<>();
        for (EvidenceRecord each : EvidenceLog.merged(records)) {
            ran.put(EvidenceName.of(each), each);
        }
        List<String> problems = new ArrayList<>();
        List<BoundClaim> bound = new ArrayList<>();
        for (Claim claim : catalogue.claims()) {
            List<EvidenceRecord> evidence = new ArrayList<>();
            for (EvidenceName name : claim.evidence()) {
                Optional<EvidenceRecord> found = Optional.ofNullable(ran.get(name));
                if (found.isEmpty()) {
                    problems.add(claim.id() + ": " + name + " did not run in this build");
                } else if (!found.get().passed()) {
                    problems.add(claim.id() + ": " + name + " did not pass in this build");
                }
                found.ifPresent(evidence::add);
            }
            bound.add(new BoundClaim(claim, evidence));
        }
        if (!problems.isEmpty()) {
            throw new BindingException(problems);
        }
        return new BoundCatalogue(build, bound, List.copyOf(ran.values()));
    }
}
