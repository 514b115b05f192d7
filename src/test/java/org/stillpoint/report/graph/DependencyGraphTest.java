package org.stillpoint.report.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.claims.BoundCatalogue;
import org.stillpoint.claims.Catalogue;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.Examples;
import org.stillpoint.claims.ProofFigures;

/** What rests on what, as the evidence of a build says. */
class DependencyGraphTest {

    private static final Claim FIRST = Examples.claim("ZERO-1");
    private static final Claim SECOND = Examples.claim("ZERO-2", "ZERO-1");
    private static final DependencyGraph GRAPH = DependencyGraph.of(built(
            proof("Sgd.step", List.of(), List.of("lemmaSum"), List.of()),
            proof("lemmaSum, n = 0", List.of("axiomAdd"), List.of(), List.of()),
            proof("lemmaSum, n to n + 1", List.of(), List.of("lemmaTerm"), List.of()),
            proof("lemmaTerm", List.of("axiomMul"), List.of(), List.of()),
            proof("lemmaIdle", List.of(), List.of(), List.of())));

    @Test
    void aClaimRestsOnClaimsAndOnItsEvidence() {
        assertThat(edges("claim-ZERO-2")).containsExactly("claim-ZERO-1", "theorem-ZERO-2.proof", "property-ZERO-2.property");
        assertThat(edges("theorem-ZERO-2.proof")).containsExactly("contract-Sgd.step", "lemma-Term");
        assertThat(edges("contract-Sgd.step")).containsExactly("lemma-Sum");
    }

    @Test
    void aLemmaByInductionRestsOnWhatAllOfItsPartsUse() {
        assertThat(edges("lemma-Sum")).containsExactly("lemma-Term", "axiom-Add");
        assertThat(edges("axiom-Add")).isEmpty();
    }

    @Test
    void whatNoClaimRestsOnIsCountedAndNoNode() {
        assertThat(GRAPH.others()).isOne();
        assertThat(GRAPH.anchor("lemmaIdle")).isEmpty();
        assertThat(GRAPH.anchor("lemmaTerm")).contains("lemma-Term");
    }

    @Test
    void claimsKeepTheirOrderAndLemmasComeAfterThoseTheyRestOn() {
        assertThat(GRAPH.restsOn().keySet()).extracting(Node::id).containsExactly("claim-ZERO-1", "claim-ZERO-2",
                "theorem-ZERO-1.proof", "theorem-ZERO-2.proof", "property-ZERO-1.property", "property-ZERO-2.property",
                "contract-Sgd.step", "lemma-Term", "lemma-Sum", "axiom-Add", "axiom-Mul");
    }

    @Test
    void eachNodeHasTheStandingOfItsEvidence() {
        assertThat(GRAPH.restsOn().keySet()).allSatisfy(node -> assertThat(node.standing()).isEqualTo(switch (node.kind()) {
            case CLAIM, THEOREM, CONTRACT, LEMMA -> Standing.PROVED;
            case PROPERTY -> Standing.TESTED;
            case WITNESS -> Standing.EXAMPLE;
            case AXIOM -> Standing.ASSUMED;
        }));
    }

    @Test
    void withoutEvidenceEverythingIsStatedOnly() {
        DependencyGraph stated = DependencyGraph.of(Examples.unbound(FIRST, SECOND));

        assertThat(stated.restsOn().keySet()).hasSize(6)
                .allSatisfy(node -> assertThat(node.standing()).isEqualTo(Standing.STATED));
    }

    @Test
    void aRuleThatWasNotProvedIsStatedOnly() {
        DependencyGraph graph = DependencyGraph.of(built(
                proof("Sgd.step", List.of(), List.of("lemmaMissing"), List.of()),
                proof("lemmaTerm", List.of(), List.of(), List.of())));

        assertThat(graph.restsOn().keySet()).filteredOn(node -> node.name().equals("lemmaMissing")).singleElement()
                .satisfies(node -> assertThat(node.standing()).isEqualTo(Standing.STATED));
    }

    @Test
    void aFalseClaimSaysSoBehindItsName() {
        Node node = new Node(NodeKind.CLAIM, "Q-A", "Title", Standing.EXAMPLE, "false, by example");

        assertThat(node.shown()).isEqualTo("Q-A false");
        assertThat(new Node(NodeKind.CLAIM, "Q-B", "Title", Standing.PROVED, "true, proved").shown()).isEqualTo("Q-B");
    }

    private static List<String> edges(String id) {
        return GRAPH.restsOn().entrySet().stream().filter(entry -> entry.getKey().id().equals(id)).findFirst().orElseThrow()
                .getValue().stream().map(Node::id).toList();
    }

    private static BoundCatalogue built(EvidenceRecord... others) {
        List<EvidenceRecord> records = new ArrayList<>();
        for (EvidenceRecord record : Examples.records(List.of(FIRST, SECOND))) {
            records.add(!record.name().equals("ZERO-2.proof") ? record : new EvidenceRecord(record.name(), true, BigDecimal.ONE,
                    record.bearings(), new ProofFigures(9, 1, true, List.of(), List.of("lemmaTerm"), List.of("Sgd.step"),
                    Optional.of(new ProofFigures.OfTheorem("units", 2, 2)))));
        }
        records.addAll(List.of(others));
        return BoundCatalogue.bind(Examples.BUILD, new Catalogue(List.of(FIRST, SECOND)), records);
    }

    private static EvidenceRecord proof(String name, List<String> axioms, List<String> lemmas, List<String> contracts) {
        return new EvidenceRecord(name, true, BigDecimal.ONE, List.of(),
                new ProofFigures(5, 1, true, axioms, lemmas, contracts, Optional.empty()));
    }
}
