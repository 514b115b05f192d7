package org.stillpoint.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.statement.Comparison;
import org.stillpoint.witness.WitnessFormat;

/** A search that finds nothing has looked at trainings of which its claim speaks. */
class TrueClaimsTest {

    private static final int CASES = 20_000;

    @TestFactory
    Stream<DynamicTest> someCasesMeetWhatTheClaimPresupposes() {
        return Searches.all().stream().filter(search -> Files.notExists(
                        Path.of("proofs", "witnesses", search.name() + WitnessFormat.COUNTEREXAMPLE_SUFFIX)))
                .map(search -> DynamicTest.dynamicTest(search.name(), () -> {
                    EveryDraw draws = new EveryDraw();

                    assertThat(search.scope().sizes().flatMap(size -> search.candidates(size, draws)).limit(CASES)
                            .filter(candidate -> candidate.statement().requires(candidate.run()).stream()
                                    .allMatch(Comparison::holds)).limit(10)).hasSize(10);
                }));
    }
}
