package org.stillpoint.proof;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.stillpoint.claims.EvidenceLog;
import org.stillpoint.claims.EvidenceRecord;

/**
 * What the prover made of one obligation.
 *
 * @param rules the names of the rules it applied
 * @param openGoal the beginning of the first goal left open; empty if the proof closed
 */
record Attempt(boolean closed, int nodes, int branches, long millis, SortedSet<String> rules, String openGoal) {

    /** The axioms of arithmetic among the rules applied. */
    String axioms() {
        return rules.stream().filter(rule -> rule.startsWith("axiom")).collect(Collectors.joining(", "));
    }

    void record(String name) {
        EvidenceLog.fromSystemProperty().record(new EvidenceRecord(EvidenceRecord.Kind.PROOF, name, closed,
                BigDecimal.valueOf(millis, 3),
                Map.of("nodes", String.valueOf(nodes), "branches", String.valueOf(branches), "axioms", axioms())));
    }
}
