package org.stillpoint.lint.finding;

import java.util.List;
import org.stillpoint.lint.fact.Fact;
import org.stillpoint.modelfile.tensor.Weights;

/** Makes findings of what they rest on. */
final class Drafts {

    private Drafts() {
    }

    /** About the tensor of the fact. */
    static Finding of(Rule rule, Fact fact, List<Integer> units, String says, String advice, Saving saves) {
        return of(rule, fact, fact.units().tensor(), units, says, advice, saves);
    }

    /** About another tensor. What no certificate says is a note. */
    static Finding of(Rule rule, Fact fact, Weights tensor, List<Integer> units, String says, String advice, Saving saves) {
        return new Finding(rule, fact.certified() ? rule.severity() : Severity.NOTE, tensor.name(), units,
                fact.claims().stream().findFirst().orElse(""), fact.certified() ? Basis.CERTIFICATE : Basis.ENTRIES,
                ConditionText.of(fact.conditions()), says, advice, saves, fact.explanation());
    }

    /** What no fact says but the entries alone. */
    static Finding ofEntries(Rule rule, Severity severity, Weights tensor, List<Integer> units, String claim, String says,
            String advice) {
        return new Finding(rule, severity, tensor.name(), units, claim, Basis.ENTRIES, "", says, advice, Saving.NONE, "");
    }

    /** The same, resting on another claim. */
    static Finding claiming(String claim, Finding finding) {
        return new Finding(finding.rule(), finding.severity(), finding.tensor(), finding.units(), claim, finding.basis(),
                finding.condition(), finding.says(), finding.advice(), finding.saves(), finding.why());
    }

    /** The same as a note. */
    static Finding noted(Finding finding) {
        return new Finding(finding.rule(), Severity.NOTE, finding.tensor(), finding.units(), finding.claim(),
                finding.basis(), finding.condition(), finding.says(), finding.advice(), finding.saves(), finding.why());
    }
}
