package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.ProofFigures;
import org.stillpoint.claims.RuleFigures;

/** The table of what a build proved. */
class ProofTableTest {

    private static final EvidenceRecord THEOREM = proof("Law.holds", 12, List.of(), List.of("lemmaSum"), List.of("Vectors.dot"),
            Optional.of(new ProofFigures.OfTheorem("entries of x", 3, 2)));
    private static final EvidenceRecord BASE =
            proof("lemmaSum, n = 0", 5, List.of("axiomAdd"), List.of(), List.of(), Optional.empty());
    private static final EvidenceRecord STEP = proof("lemmaSum, n to n + 1", 6, List.of(), List.of("lemmaTerm"), List.of(),
            Optional.empty());
    private static final EvidenceRecord TERM = proof("lemmaTerm", 7, List.of("axiomMul"), List.of(), List.of(), Optional.empty());
    private static final EvidenceRecord CONTRACT =
            proof("Vectors.dot", 8, List.of("axiomNegate"), List.of(), List.of(), Optional.empty());

    @Test
    void theAxiomsOfATheoremAreThoseOfAllItRestsOn() {
        ProofTable table = new ProofTable(List.of(), List.of(THEOREM, BASE, STEP, TERM, CONTRACT));

        assertThat(table.theorems()).singleElement().satisfies(theorem -> {
            assertThat(theorem.axioms()).containsExactly("axiomAdd", "axiomMul", "axiomNegate");
            assertThat(theorem.mutants()).isEqualTo("2 / 3");
        });
    }

    @Test
    void aTheoremThatRestsOnWhatWasNotProvedIsRefused() {
        ProofTable table = new ProofTable(List.of(), List.of(THEOREM, BASE, STEP, CONTRACT));

        assertThatThrownBy(table::theorems).hasMessage("lemmaTerm was not proved in this build, and Law.holds rests on it");
    }

    @Test
    void theTextListsEveryObligationAndCountsTheOpenOnes() {
        EvidenceRecord open = new EvidenceRecord("Vectors.dot", false, BigDecimal.ONE, List.of(), CONTRACT.figures());

        assertThat(ProofsText.render(new ProofTable(List.of(), List.of(THEOREM, BASE, STEP, TERM, CONTRACT))))
                .contains("lemmaSum, n = 0 ", "Law.holds ", "entries of x ", "axiomAdd, axiomMul, axiomNegate",
                        "5 obligations, none open");
        assertThat(ProofsText.render(new ProofTable(List.of(), List.of(THEOREM, BASE, STEP, TERM, open))))
                .contains("5 obligations, 1 open");
    }

    @Test
    void theTextCountsTheRulesOfEachKind() {
        EvidenceRecord axioms = new EvidenceRecord("axioms of arithmetic", true, BigDecimal.ZERO, List.of(),
                new RuleFigures(18, "tested"));

        assertThat(ProofsText.render(new ProofTable(List.of(), List.of(axioms))))
                .contains("axioms of arithmetic", "18", "tested");
    }

    private static EvidenceRecord proof(String name, int nodes, List<String> axioms, List<String> lemmas, List<String> contracts,
                                        Optional<ProofFigures.OfTheorem> theorem) {
        return new EvidenceRecord(name, true, BigDecimal.ONE, List.of(),
                new ProofFigures(nodes, 1, true, axioms, lemmas, contracts, theorem));
    }
}
