package org.stillpoint.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Each lemma rule that the theorems use is proved on its own, from the definitions, the axioms and the lemmas above it. */
@Tag("proof")
class LemmaProofsTest {

    @TestFactory
    Stream<DynamicTest> everyLemmaIsProved() {
        return Specification.ofThisBuild().theorems().stream().flatMap(LemmaProofsTest::lemmas);
    }

    private static Stream<DynamicTest> lemmas(String theorems) {
        Specification specification = Specification.ofThisBuild();
        Lemmas lemmas = Lemmas.of(specification.problemOf(theorems), specification.lemmasOf(theorems));
        return lemmas.names().stream().flatMap(name -> lemmas.obligations(name).entrySet().stream()
                .map(obligation -> DynamicTest.dynamicTest(obligation.getKey(), () -> {
                    Attempt attempt = lemmas.prove(name, obligation.getValue(), Budget.LEMMA);
                    attempt.record(obligation.getKey());
                    assertThat(attempt.closed())
                            .as("%s closes; the theorems of %s rest on it; its first open goal is%n%s", obligation.getKey(), theorems, attempt.openGoal())
                            .isTrue();
                })));
    }
}
