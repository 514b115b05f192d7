package org.stillpoint.proof.coq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.proof.prover.LoadedRule;

/** The files that Coq reads the theory from are what KeY loaded. */
@Tag("proof")
class WrittenTheoryTest {

    /** Lemmas about what each method of the kernel does, which every theorem uses. */
    private static final Set<String> OF_ALL_THEOREMS = Set.of("viewLemmas.key", "valueLemmas.key", "gradientLemmas.key");

    private static List<LoadedRule> rules;
    private static CoqTheory theory;

    @BeforeAll
    static void load() {
        rules = LoadedRule.ofNetworks();
        theory = new CoqTheory(rules, CoqFiles.namesIn("KeyModel.v"));
    }

    @AfterAll
    static void sayWhatDoesNotRun() {
        if (!Boolean.getBoolean("stillpoint.coq")) {
            System.out.println("Coq is not run, so no theorem is proved a second time: mvn verify -Pcoq does that.");
        }
    }

    @Test
    void theWordsAreThoseOfTheTheory() {
        assertWritten("Words.v", theory.words());
    }

    @Test
    void theDefinitionsToBeProvedOfTheModelAreThoseOfTheTheory() {
        assertWritten("Rules.v", theory.rules());
    }

    @Test
    void theAxiomsAndTheLemmasThatTheoremsEndInAreThoseOfTheTheory() {
        assertWritten("Statements.v", theory.statements(CoqTheorem.all().stream().flatMap(theorem -> theorem.lemmas().stream())
                .distinct().toList()));
    }

    @TestFactory
    Stream<DynamicTest> everyTheoremEndsInTheLemmasOfItsOwnThatKeysProofUses() {
        Set<String> own = rules.stream()
                .filter(rule -> rule.file().endsWith("Lemmas.key") && !OF_ALL_THEOREMS.contains(rule.file()))
                .map(LoadedRule::name).collect(Collectors.toSet());
        return CoqTheorem.all().stream().map(theorem -> DynamicTest.dynamicTest(theorem.contract(), () ->
                assertThat(theorem.lemmas()).isEqualTo(theorem.onKeysPage("lemmas it uses").stream().filter(own::contains)
                        .collect(Collectors.toSet()))));
    }

    private static void assertWritten(String file, String text) {
        assertThat(CoqFiles.written(file, text))
                .as("%s is what is written from the rules that KeY loaded (-Dstillpoint.coq.write=true writes it again)", file)
                .isEqualTo(text);
    }
}
