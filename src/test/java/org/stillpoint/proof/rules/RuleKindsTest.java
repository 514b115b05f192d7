package org.stillpoint.proof.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stillpoint.claims.EvidenceLog;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.RuleFigures;

/**
 * Every rule given to the prover is a fact about the sorts or about objects, a definition, an axiom of arithmetic or a proved
 * lemma, as the text of its file has it. That KeY has no rule besides these, and that each is true, is what {@code ModelTest}
 * says.
 */
@Tag("proof")
class RuleKindsTest {

    private static final Set<String> FORMS_OF_A_RECURSION = Set.of("0", "+(1, n)");

    /**
     * What no rule may define: the numbers with their arithmetic, the number of inputs of no unit, and what a loss answers; and
     * of programs the value that an object has, which values are zero, and what a feed gives; which values are numbers, those
     * that an operation was made with, and one over a number.
     */
    private static final Set<String> PRIMITIVES = Set.of("val", "qOne", "qAdd", "qMul", "qNeg", "qRatio", "qSignum", "anyInputs",
            "lossEntry", "content", "noContent", "isZero", "fed", "isNumber", "contentOfNumber", "numberOf", "constantOf",
            "otherConstantOf", "qInverse");

    private final Rules rules = Rules.ofThisBuild();

    @Test
    void everyRuleIsRead() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("specs"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".key")).flatMap(file -> KeyRule.read(file).lines())
                    .filter(line -> line.contains("\\heuristics("))).hasSameSizeAs(KeyRule.all());
        }
    }

    @Test
    void aNameOfARuleStandsForOneRule() {
        assertThat(rules.ambiguous()).isEmpty();
    }

    @Test
    void aDefinitionGivesAMeaningToANameOfTheTheory() {
        assertThat(rules.definable()).containsAll(rules.definitions().keySet());
    }

    @Test
    void everyNameOfTheTheoryIsDefinedButThePrimitives() {
        Set<String> notDefined = new TreeSet<>(rules.definable());
        notDefined.removeAll(rules.definitions().keySet());

        assertThat(notDefined).isEqualTo(new TreeSet<>(PRIMITIVES));
    }

    @Test
    void aNameIsDefinedOnce() {
        assertThat(rules.definitions()).isNotEmpty().allSatisfy((name, forms) -> {
            assertThat(forms.values()).as("what defines %s", name).allMatch(sameForm -> sameForm.size() == 1);
            assertThat(forms.size() == 1 || forms.keySet().equals(FORMS_OF_A_RECURSION) || forms.keySet().stream()
                    .allMatch(rules::isObserver) || forms.keySet().stream().allMatch(form -> form.contains("::exactInstance(")))
                    .as("%s is defined as a whole, by recursion, by what is observed of it, or class by class: %s", name,
                            forms.keySet()).isTrue();
        });
    }

    @Test
    void aMeaningDependsOnWhatIsDefinedOnly() {
        assertThat(rules.incomplete()).isEmpty();
    }

    @Test
    void noMeaningLeadsBackToItselfUnlessByRecursion() {
        assertThat(rules.circular()).isEmpty();
    }

    @Test
    void aWrongDefinitionIsFoundOut() {
        assertThatThrownBy(() -> theory("fDef { \\find(f(q, q)) \\replacewith(q) };").definitions())
                .hasMessage("fDef does not look for something that can be defined: f(q, q)");
        assertThatThrownBy(() -> theory("fDef { \\find(g(f(q, c))) \\replacewith(q) };").definitions())
                .hasMessageContaining("fDef does not look for something that can be defined");
        assertThat(theory("fDef { \\find(f(q, c)) \\replacewith(g(q)) };\n  gDef { \\find(g(q)) \\replacewith(f(q, q)) };")
                .circular()).containsExactly("f", "g");
        assertThat(theory("gDef { \\find(g(q)) \\replacewith(c) };").incomplete()).containsExactly("gDef");
        assertThat(theory("fDef { \\find(f(q, c)) \\replacewith(q) };\n  fAgain { \\find(f(c, q)) \\replacewith(c) };")
                .definitions().get("f").get("")).hasSize(2);
        assertThat(theory("fDef { \\find(f(q, c)) \\replacewith(q) };\n  fDef { \\find(f(q, c)) \\replacewith(c) };").ambiguous())
                .containsExactly("fDef");
    }

    @Test
    void theReportCountsEachKind() {
        EvidenceLog log = EvidenceLog.fromSystemProperty();
        for (RuleKind kind : RuleKind.values()) {
            int count = rules.ofKind(kind).size();
            assertThat(count).as("rules of the kind %s", kind.label()).isPositive();
            log.record(new EvidenceRecord(kind.label(), true, BigDecimal.ZERO, List.of(), new RuleFigures(count, kind.reason())));
        }
    }

    private static Rules theory(String rules) {
        String text = "\\functions { Q f(Q, Q); Q g(Q); }\n\\schemaVariables { \\term Q q, c; }\n\\rules {\n  " + rules + "\n}\n";
        return new Rules(KeyRule.in("rules.key", text), "", text);
    }
}
