package org.stillpoint.proof.prover;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.stillpoint.claims.Bearing;
import org.stillpoint.claims.EvidenceLog;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.ProofFigures;

/**
 * What the prover made of one obligation.
 *
 * @param rules the names of the rules it applied
 * @param openGoal the beginning of the first goal left open; empty if the proof closed
 */
public record Attempt(boolean closed, int nodes, int branches, long millis, SortedSet<String> rules, String openGoal) {

    /** The axioms of arithmetic among the rules applied. */
    public List<String> axioms() {
        return named("axiom");
    }

    /** The lemmas among the rules applied. */
    public List<String> lemmas() {
        return named("lemma");
    }

    private List<String> named(String prefix) {
        return rules.stream().filter(rule -> rule.startsWith(prefix)).toList();
    }

    /**
     * What it says of a proof.
     *
     * @param replayed whether it replayed a saved proof
     * @param contracts those that the obligation uses
     */
    public ProofFigures figures(boolean replayed, List<String> contracts, Optional<ProofFigures.OfTheorem> theorem) {
        return new ProofFigures(nodes, branches, replayed, axioms(), lemmas(), contracts, theorem);
    }

    /** Leaves a record. */
    public void record(String name, List<Bearing> bearings, ProofFigures figures) {
        EvidenceLog.fromSystemProperty()
                .record(new EvidenceRecord(name, closed, BigDecimal.valueOf(millis, 3), bearings, figures));
    }
}
