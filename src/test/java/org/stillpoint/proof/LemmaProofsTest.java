package org.stillpoint.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Each lemma rule is proved on its own, from the definitions, the axioms and the lemmas above it in its file and in those that its file includes. */
@Tag("proof")
class LemmaProofsTest {

    @TestFactory
    Stream<DynamicTest> everyLemmaIsProved() {
        Set<String> seen = new HashSet<>();
        return Specification.ofThisBuild().filesOfLemmas().stream().flatMap(file -> lemmas(file, seen));
    }

    /** Those that no file before this one has: some repeat lemmas of the kernel's problem, since KeY cannot include that. */
    private static Stream<DynamicTest> lemmas(Path file, Set<String> seen) {
        Lemmas lemmas = Lemmas.of(file);
        return lemmas.names().stream().filter(seen::add).flatMap(name -> lemmas.obligations(name).entrySet().stream()
                .map(obligation -> DynamicTest.dynamicTest(obligation.getKey(), () -> {
                    Attempt attempt = lemmas.prove(name, obligation.getValue(), Budget.LEMMA);
                    attempt.record(obligation.getKey(), Map.of("by", "search"));
                    assertThat(attempt.closed())
                            .as("%s in %s closes; its first open goal is%n%s", obligation.getKey(), file.getFileName(), attempt.openGoal())
                            .isTrue();
                })));
    }
}
