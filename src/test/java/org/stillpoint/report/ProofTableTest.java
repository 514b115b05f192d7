package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.EvidenceRecord.Kind;

/** The table of what a build proved. */
class ProofTableTest {

    private static final EvidenceRecord THEOREM = proof("Law.holds", true, Map.of("nodes", "12", "axioms", "", "lemmas", "lemmaSum",
            "contracts", "Vectors.dot", "for all", "entries of x", "mutants tried", "3", "mutants stopped", "2"));
    private static final EvidenceRecord BASE = proof("lemmaSum, n = 0", true, Map.of("nodes", "5", "axioms", "axiomAdd", "lemmas", ""));
    private static final EvidenceRecord STEP = proof("lemmaSum, n to n + 1", true, Map.of("nodes", "6", "axioms", "", "lemmas", "lemmaTerm"));
    private static final EvidenceRecord TERM = proof("lemmaTerm", true, Map.of("nodes", "7", "axioms", "axiomMul", "lemmas", ""));
    private static final EvidenceRecord CONTRACT = proof("Vectors.dot", true, Map.of("nodes", "8", "axioms", "axiomNegate", "contracts", ""));

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
        EvidenceRecord open = proof("Vectors.dot", false, CONTRACT.detail());

        assertThat(ProofsText.render(new ProofTable(List.of(), List.of(THEOREM, BASE, STEP, TERM, CONTRACT))))
                .contains("lemmaSum, n = 0 ", "Law.holds ", "entries of x ", "axiomAdd, axiomMul, axiomNegate", "5 obligations, none open");
        assertThat(ProofsText.render(new ProofTable(List.of(), List.of(THEOREM, BASE, STEP, TERM, open)))).contains("5 obligations, 1 open");
    }

    @Test
    void theTextCountsTheRulesOfEachKind() {
        EvidenceRecord axioms = new EvidenceRecord(Kind.RULES, "axioms of arithmetic", true, BigDecimal.ZERO, Map.of("count", "18", "reason", "tested"));

        assertThat(ProofsText.render(new ProofTable(List.of(), List.of(axioms)))).contains("axioms of arithmetic", "18", "tested");
    }

    private static EvidenceRecord proof(String name, boolean closed, Map<String, String> detail) {
        return new EvidenceRecord(Kind.PROOF, name, closed, BigDecimal.ONE, detail);
    }
}
