package org.stillpoint.proof.prover;

import java.math.BigDecimal;
import java.util.HashMap;
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
public record Attempt(boolean closed, int nodes, int branches, long millis, SortedSet<String> rules, String openGoal) {

    /** The axioms of arithmetic among the rules applied. */
    public String axioms() {
        return named("axiom");
    }

    /** The lemmas among the rules applied. */
    public String lemmas() {
        return named("lemma");
    }

    private String named(String prefix) {
        return rules.stream().filter(rule -> rule.startsWith(prefix)).collect(Collectors.joining(", "));
    }

    /** Leaves a record with further figures. */
    public void record(String name, Map<String, String> further) {
        Map<String, String> detail = new HashMap<>(further);
        detail.putAll(Map.of("nodes", String.valueOf(nodes), "branches", String.valueOf(branches),
                "axioms", axioms(), "lemmas", lemmas()));
        EvidenceLog.fromSystemProperty().record(new EvidenceRecord(EvidenceRecord.Kind.PROOF, name, closed,
                BigDecimal.valueOf(millis, 3), detail));
    }
}
