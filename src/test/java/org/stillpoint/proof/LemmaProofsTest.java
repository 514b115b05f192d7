package org.stillpoint.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Each lemma rule of the kernel and the theorems is proved on its own, from the definitions, the axioms and the lemmas above it. */
@Tag("proof")
class LemmaProofsTest {

    @TestFactory
    Stream<DynamicTest> everyLemmaIsProved() {
        Set<String> seen = new HashSet<>();
        return Specification.ofThisBuild().problems().stream().flatMap(problem -> lemmas(problem, seen));
    }

    /** Those that no problem before this one has. */
    private static Stream<DynamicTest> lemmas(Path problem, Set<String> seen) {
        Lemmas lemmas = Lemmas.of(problem);
        return lemmas.names().stream().filter(seen::add).flatMap(name -> lemmas.obligations(name).entrySet().stream()
                .map(obligation -> DynamicTest.dynamicTest(obligation.getKey(), () -> {
                    Attempt attempt = lemmas.prove(name, obligation.getValue(), Budget.LEMMA);
                    attempt.record(obligation.getKey());
                    assertThat(attempt.closed())
                            .as("%s closes; what is read from %s rests on it; its first open goal is%n%s", obligation.getKey(), problem.getFileName(),
                                    attempt.openGoal())
                            .isTrue();
                })));
    }
}
