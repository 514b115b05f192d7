package org.stillpoint.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.code;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.join;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;

import j2html.tags.DomContent;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stillpoint.claims.BoundClaim;
import org.stillpoint.claims.BuiltClaim;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.EvidenceName;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.claims.ProofFigures;
import org.stillpoint.report.typography.Names;

/**
 * What a claim depends on and what uses it.
 *
 * @param elsewhere the pages that show the same for theorems
 */
record ClaimRelations(BuiltClaim built, ClaimText text, Elsewhere elsewhere) {

    DomContent render() {
        Claim claim = built.claim();
        return section(
                h2("Depends on, and used by"),
                dl(
                        entry("rests on the claims", text.list(claim.restsOn()), claim.restsOn()),
                        entry("theorems that it calls on", theorems(), proofs()),
                        entry("contracts that their proofs use", Names.of(direct(ProofFigures::contracts)),
                                direct(ProofFigures::contracts)),
                        entry("lemmas that they apply", code(String.join(", ", direct(ProofFigures::lemmas))),
                                direct(ProofFigures::lemmas)),
                        entry("axioms that they apply themselves", Names.of(direct(ProofFigures::axioms)),
                                direct(ProofFigures::axioms)),
                        entry("used by the claims", text.list(users()), users()),
                        entry("share evidence with it", ClaimText.links(sharing()), sharing())).withClass("relations"),
                iff(elsewhere.place("graph.html", "claim-" + claim.id()), place ->
                        p(a("See it in the graph of all claims, theorems, lemmas and axioms").withHref("../" + place))))
                .withId("depends");
    }

    private static DomContent entry(String label, DomContent what, List<String> names) {
        return names.isEmpty() ? null : each(dt(label), dd(what));
    }

    private List<String> proofs() {
        return built.claim().evidence().stream().filter(name -> name.kind() == Kind.PROOF).map(EvidenceName::name).toList();
    }

    private DomContent theorems() {
        return join(proofs().stream().map(this::theorem).map(DomContent::render).collect(Collectors.joining(", ")));
    }

    private DomContent theorem(String name) {
        return elsewhere.place("graph.html", "theorem-" + name).or(() -> elsewhere.place("proofs.html", name))
                .<DomContent>map(place -> a(Names.of(name)).withHref("../" + place)).orElse(Names.of(name));
    }

    /** Something of all of the claim's proofs, as they use it themselves. */
    private List<String> direct(Function<ProofFigures, List<String>> used) {
        return built instanceof BoundClaim bound
                ? List.copyOf(bound.evidence().stream().map(record -> record.figures())
                        .filter(ProofFigures.class::isInstance).map(ProofFigures.class::cast)
                        .flatMap(figures -> used.apply(figures).stream()).collect(Collectors.toCollection(TreeSet::new)))
                : List.of();
    }

    private List<String> users() {
        return others().filter(other -> other.restsOn().contains(built.claim().id())).map(Claim::id).toList();
    }

    /** Claims on which some of this claim's evidence bears too, and which have no other tie to it. */
    private List<String> sharing() {
        Claim claim = built.claim();
        return others().filter(other -> !other.restsOn().contains(claim.id()) && !claim.restsOn().contains(other.id()))
                .filter(other -> other.evidence().stream().anyMatch(claim.evidence()::contains)).map(Claim::id).toList();
    }

    private Stream<Claim> others() {
        return text.catalogue().claims().stream().map(BuiltClaim::claim)
                .filter(other -> !other.id().equals(built.claim().id())).map(Claim.class::cast);
    }
}
