package org.stillpoint.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Each lemma rule that the theorems use is proved on its own, from the definitions, the axioms and the lemmas above it. */
@Tag("proof")
class LemmaProofsTest {

    @TestFactory
    Stream<DynamicTest> theLemmasAboutZeroAreProved() {
        return lemmas("zeroInitialization.key", "zeroLemmas.key");
    }

    @TestFactory
    Stream<DynamicTest> theLemmasAboutTwinsAreProved() {
        return lemmas("symmetry.key", "twinsLemmas.key");
    }

    private static Stream<DynamicTest> lemmas(String problem, String rules) {
        Lemmas lemmas = Lemmas.of(Specification.ofThisBuild().problem(problem), Path.of("specs/theory", rules));
        return lemmas.names().stream().flatMap(name -> lemmas.obligations(name).entrySet().stream()
                .map(obligation -> DynamicTest.dynamicTest(obligation.getKey(), () -> {
                    Attempt attempt = lemmas.prove(name, obligation.getValue(), Budget.LEMMA);
                    attempt.record(obligation.getKey());
                    assertThat(attempt.closed())
                            .as("%s closes; its first open goal is%n%s", obligation.getKey(), attempt.openGoal()).isTrue();
                })));
    }
}
