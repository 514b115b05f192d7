package org.stillpoint.report;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.ProofFigures;
import org.stillpoint.claims.RuleFigures;

/** What a build proved, as text. */
public final class ProofsText {

    private ProofsText() {
    }

    /** Every obligation, then the theorems, then the rules by kind, then a line that says how many obligations are open. */
    public static String render(ProofTable table) {
        List<List<String>> obligations = new ArrayList<>();
        obligations.add(List.of("obligation", "nodes", "time", "by", "axioms it applies"));
        for (EvidenceRecord proof : table.proofs()) {
            ProofFigures figures = ProofTable.figures(proof);
            obligations.add(List.of(proof.name(), String.valueOf(figures.nodes()), Wording.seconds(proof.seconds()),
                    Wording.foundBy(figures), Wording.names(figures.axioms())));
        }
        List<List<String>> theorems = new ArrayList<>();
        theorems.add(List.of("theorem", "claims", "for all", "nodes", "time", ProofTable.HEADING_OF_MUTANTS,
                "axioms, also of its lemmas"));
        for (ProofTable.Row theorem : table.theorems()) {
            theorems.add(List.of(theorem.proof().name(), String.join(", ", theorem.claims()), theorem.figures().dimensions(),
                    String.valueOf(ProofTable.figures(theorem.proof()).nodes()), Wording.seconds(theorem.proof().seconds()),
                    theorem.mutants(), Wording.names(theorem.axioms())));
        }
        List<List<String>> rules = new ArrayList<>();
        rules.add(List.of("rules given to the prover", "number", "why they may be used"));
        for (EvidenceRecord kind : table.rules()) {
            RuleFigures figures = (RuleFigures) kind.figures();
            rules.add(List.of(kind.name(), String.valueOf(figures.count()), figures.reason()));
        }
        long open = table.proofs().stream().filter(proof -> !proof.passed()).count();
        return TextTable.render(obligations) + "\n" + TextTable.render(theorems) + "\n" + TextTable.render(rules) + "\n"
                + table.proofs().size() + " obligations, " + (open == 0 ? "none" : open) + " open; "
                + table.rechecks().size() + " questions answered by another solver.\n";
    }
}
