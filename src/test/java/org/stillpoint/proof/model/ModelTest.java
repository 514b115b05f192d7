package org.stillpoint.proof.model;

import static org.assertj.core.api.Assertions.assertThat;

import de.uka.ilkd.key.control.DefaultUserInterfaceControl;
import de.uka.ilkd.key.control.KeYEnvironment;
import de.uka.ilkd.key.rule.Taclet;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.claims.EvidenceLog;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.RuleFigures;
import org.stillpoint.proof.prover.Lemmas;
import org.stillpoint.proof.prover.LoadedRules;
import org.stillpoint.proof.prover.Problems;
import org.stillpoint.proof.prover.Prover;
import org.stillpoint.proof.prover.Specification;
import org.stillpoint.proof.rules.KeyRule;
import org.stillpoint.properties.Seeds;

/**
 * The theory has a model: every rule that KeY has loaded and that is not its own, wherever it comes from, is tried on small
 * values in it. The words mean what {@code org.stillpoint.contract} says, which was written by hand a second time. So a
 * definition that says something else than its word, an axiom that is false of the numbers of the code or a contradiction among
 * the facts about the sorts fails by name.
 */
@Tag("proof")
class ModelTest {

    /** By count, one check finds out each of the false rules in a third of all cases or more; so many miss none. */
    private static final int CHECKS = 200;

    private static int rules;
    private static int notTrue;
    private static long tries;
    private static long assumed;

    @TestFactory
    Stream<DynamicTest> everyRuleThatKeYHasLoadedIsTrueInTheModel() {
        Set<String> seen = new HashSet<>();
        return Specification.ofThisBuild().problems().stream().flatMap(problem -> statements(Problems.of(problem)).stream())
                .filter(statement -> seen.add(statement.name() + statement.formula()))
                .map(statement -> DynamicTest.dynamicTest(statement.name(), () -> requireTrue(statement)));
    }

    private static List<Statement> statements(KeYEnvironment<DefaultUserInterfaceControl> environment) {
        return Statement.of(LoadedRules.in(environment), environment.getServices());
    }

    private static Check check(Statement statement, int time) {
        return Check.of(statement, Long.parseLong(Seeds.of(ModelTest.class, statement.name())) + time);
    }

    private static void requireTrue(Statement statement) {
        rules++;
        notTrue++;
        Check check = check(statement, 0);
        assertThat(check.counterexample()).as("values of which %s is false: %s", statement.name(), statement.formula()).isEmpty();
        assertThat(check.assumed()).as("tries of %s of %d in which what it assumes is true: %s", statement.name(), check.tries(),
                statement.assumptions()).isGreaterThanOrEqualTo(Check.ASSUMED);
        assertThat(check.oneSided()).as("what was never seen otherwise in %s", statement.name()).isEmpty();
        tries += check.tries();
        assumed += check.assumed();
        notTrue--;
    }

    @AfterAll
    static void theReportCountsTheTries() {
        EvidenceLog.fromSystemProperty()
                .record(new EvidenceRecord("each of these, in the model", rules > 0 && notTrue == 0, BigDecimal.ZERO,
                List.of(), new RuleFigures(rules, String.format(Locale.ROOT,
                        "true on all of %d tries with small values, in %d of which what a rule assumes was true", tries,
                        assumed))));
    }

    /** The readers of the text of rules, such as those for kinds and for lemmas, miss none. */
    @Test
    void everyRuleThatKeYHasLoadedIsSeenByTheReadersOfText() {
        Set<String> read = KeyRule.all().stream().map(KeyRule::name).collect(Collectors.toSet());
        Set<String> lemmas = Specification.ofThisBuild().filesOfLemmas().stream().flatMap(file -> Lemmas.namesIn(file).stream())
                .collect(Collectors.toSet());

        for (Path problem : Specification.ofThisBuild().problems()) {
            Set<String> loaded = LoadedRules.of(problem).stream().map(Taclet::name).map(Object::toString)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(read).as("rules of %s that the reader of text knows", problem.getFileName()).containsAll(loaded);
            assertThat(lemmas).as("lemmas of %s that are proved", problem.getFileName())
                    .containsAll(loaded.stream().filter(name -> name.startsWith("lemma")).toList());
        }
    }

    /** One copy of the specification with all of them, as KeY loads it. */
    @Test
    void aFalseRuleIsFoundOutByName() {
        List<FalseRule> falseRules = FalseRule.all();
        Specification specification = FalseRule.specificationWith(falseRules);
        KeYEnvironment<DefaultUserInterfaceControl> environment = Prover.environment(specification.problem());
        Map<String, Statement> statements = statements(environment).stream()
                .collect(Collectors.toMap(Statement::name, statement -> statement));
        environment.dispose();

        assertThat(falseRules).isNotEmpty().allSatisfy(rule -> {
            assertThat(statements).as(rule.name()).containsKey(rule.rule());
            assertThat(IntStream.range(0, CHECKS).allMatch(time -> check(statements.get(rule.rule()), time).holds()))
                    .as("%s: %s is true in the model", rule.name(), rule.rule()).isFalse();
        });
    }
}
