package org.stillpoint.claims;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.stillpoint.claims.EvidenceRecord.Kind;

/** Claims and evidence for tests. */
public final class Examples {

    public static final Build BUILD = new Build("1.2.3", "2026-01-02T03:04:05Z", Optional.of("0123abcd"));

    private Examples() {
    }

    public static EvidenceName name(Kind kind, String name) {
        return new EvidenceName(kind, name);
    }

    /** A record without any claims, of a property that reached its assertion often enough. */
    public static EvidenceRecord passed(Kind kind, String name) {
        return passed(kind, name, List.of());
    }

    public static EvidenceRecord passed(Kind kind, String name, List<Bearing> bearings) {
        return new EvidenceRecord(name, true, new BigDecimal("1.25"), bearings, figures(kind));
    }

    private static Figures figures(Kind kind) {
        return switch (kind) {
            case PROOF -> proof(636);
            case PROPERTY -> property(300, Optional.empty());
            case WITNESS -> new WitnessFigures(Optional.empty());
            case RECHECK -> new RecheckFigures("unsatisfiable", "a solver");
            case RULES -> new RuleFigures(18, "tested");
        };
    }

    /** Of a method or a lemma that rests on nothing. */
    public static ProofFigures proof(int nodes) {
        return new ProofFigures(nodes, 7, true, List.of(), List.of(), List.of(), Optional.empty());
    }

    public static PropertyFigures property(int reached, Optional<PropertyFigures.Floor> floor) {
        return new PropertyFigures(1000, 900, reached, floor, new BigDecimal("0.250"), "42");
    }

    public static Ground establishes(Kind kind, String name) {
        return new Ground(name(kind, name), Shows.ESTABLISHES, Extent.ALL);
    }

    public static EvidenceRecord failed(EvidenceRecord passed) {
        return new EvidenceRecord(passed.name(), false, BigDecimal.ONE, passed.bearings(), passed.figures());
    }

    /** A true claim with a proof and a property of the names {@code ID.proof} and {@code ID.property}. */
    public static Claim claim(String id, String... restsOn) {
        return new Claim(
                id,
                "Title of " + id,
                "Statement of " + id + " with 100 % & <signs>.",
                "W^1_t = 0 \\quad \\forall t",
                Verdict.TRUE,
                List.of(),
                Optional.of("Condition of " + id),
                List.of(new FormalStatement(id + ".proof", List.of("a hypothesis of " + id), List.of("a conclusion of " + id))),
                List.of(new Citation("A source", Optional.of("https://example.org/source")),
                        new Citation("A book", Optional.empty())),
                List.of("How people ask about " + id),
                "Why " + id + " holds.",
                List.of(restsOn),
                new Grounds(List.of(establishes(Kind.PROOF, id + ".proof"), establishes(Kind.PROPERTY, id + ".property"))));
    }

    /** The claims, each with its evidence. */
    public static BoundCatalogue bound(Claim... claims) {
        return BoundCatalogue.bind(BUILD, new Catalogue(List.of(claims)), records(List.of(claims)));
    }

    /** The evidence of the claims as if all of it had passed. */
    public static List<EvidenceRecord> records(List<Claim> claims) {
        Catalogue catalogue = new Catalogue(claims);
        return claims.stream().flatMap(claim -> claim.evidence().stream()).distinct()
                .map(name -> passed(name.kind(), name.name(), catalogue.bearings(name))).toList();
    }

    /** The claims of a build that ran no evidence. */
    public static UnboundCatalogue unbound(Claim... claims) {
        return UnboundCatalogue.of(BUILD, new Catalogue(List.of(claims)));
    }
}
