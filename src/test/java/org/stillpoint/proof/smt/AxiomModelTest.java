package org.stillpoint.proof.smt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.z3.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.proof.rules.KeyRule;
import org.stillpoint.proof.rules.KeyTerm;

/**
 * The axioms have a model in which 0 is not 1: the real numbers. Each axiom is read from the text of its rule; that it fails for
 * some real numbers is contradictory. So no contradiction follows from the axioms.
 */
@Tag("proof")
class AxiomModelTest {

    @TestFactory
    Stream<DynamicTest> noRealNumbersContradictAnAxiom() {
        return KeyRule.all().stream().filter(KeyRule::isAxiom).map(axiom -> DynamicTest.dynamicTest(axiom.name(), () ->
                Recheck.record("real numbers are a model of " + axiom.name(), Status.UNSATISFIABLE, () -> negationOf(axiom))));
    }

    @Test
    void theAxiomsHoldTogetherWhereZeroIsNotOne() {
        List<KeyRule> axioms = KeyRule.all().stream().filter(KeyRule::isAxiom).toList();
        assertThat(axioms).isNotEmpty();
        Map<String, String> variables = new HashMap<>();
        axioms.forEach(axiom -> variables.putAll(axiom.variables()));

        Recheck.record("the axioms hold together where 0 is not 1", Status.SATISFIABLE, () -> {
            try (Z3 z3 = new Z3(variables)) {
                List<KeyTerm> formulas = new ArrayList<>(axioms.stream().map(KeyRule::formula).toList());
                formulas.add(KeyTerm.parse("qZero != qOne"));
                return z3.check(formulas);
            }
        });
    }

    @Test
    void aWrongAxiomIsFoundOut() {
        assertThat(negationOf(rule("axiomWrong { \\find(qMul(q, c)) \\replacewith(q) \\heuristics(simplify) };")))
                .isEqualTo(Status.SATISFIABLE);
        assertThat(negationOf(rule("axiomWrong { \\find(qSignum(q)) \\sameUpdateLevel \\add(qSignum(q) >= 0 ==>) };")))
                .isEqualTo(Status.SATISFIABLE);
        assertThat(negationOf(rule("axiomWrong { \\find(qMul(qRatio(m, n), qRatio(1, m))) \\sameUpdateLevel "
                + "\\add(n != 0 -> qMul(qRatio(m, n), qRatio(1, m)) = qRatio(1, n) ==>) };")))
                .isEqualTo(Status.SATISFIABLE);
        assertThat(negationOf(rule("axiomWrong { \\find(qMul(qRatio(m, n), qRatio(1, m))) \\sameUpdateLevel "
                + "\\add(m != 0 & n != 0 -> qMul(qRatio(m, n), qRatio(1, m)) = qRatio(1, m) ==>) };")))
                .isEqualTo(Status.SATISFIABLE);
        assertThat(negationOf(rule("axiomWrong { \\assumes(q != c ==>) \\find(qMul(q, qZero)) \\sameUpdateLevel \\replacewith(c) };")))
                .isEqualTo(Status.SATISFIABLE);
    }

    @Test
    void anAxiomThatCannotBeTranslatedIsRefused() {
        assertThatThrownBy(() -> negationOf(rule("axiomOfHeaps { \\find(vals(h, a)) \\replacewith(v) };")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> negationOf(rule("axiomOnTheRight { \\find(==> q = c) \\replacewith(==> c = q) };")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static KeyRule rule(String text) {
        return KeyRule.in("", "\\schemaVariables { \\term Q q, c; \\term int m, n; }\n  " + text + "\n").get(0);
    }

    private static Status negationOf(KeyRule axiom) {
        try (Z3 z3 = new Z3(axiom.variables())) {
            return z3.check(List.of(KeyTerm.of("!", axiom.formula())));
        }
    }
}
