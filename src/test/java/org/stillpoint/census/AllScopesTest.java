package org.stillpoint.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stillpoint.report.CountedScopes;

/** Counts every scope and writes the figures down, for the report. */
@Tag("census")
class AllScopesTest {

    private static final Path FILE = Path.of("src/census/census.json");
    /** Cases from which on the time is long enough to say how many of them a second brings. */
    private static final long MEASURABLE = 1 << 20;
    private static final long NANOS = 1_000_000_000;
    private static final long ROUNDED = 100_000;

    @Test
    void everyScopeIsCounted() throws IOException {
        List<CountedScopes.OfScope> counted = new ArrayList<>();
        for (Scope scope : Scopes.ALL) {
            long start = System.nanoTime();
            Count count = Census.count(scope);
            long nanos = System.nanoTime() - start;
            counted.add(new CountedScopes.OfScope(count, scope.cases() < MEASURABLE ? Optional.empty()
                    : Optional.of(scope.cases() * NANOS / nanos / ROUNDED * ROUNDED)));
        }

        Files.writeString(FILE, new CountedScopes(LocalDate.now().toString(), Runtime.getRuntime().availableProcessors(), counted)
                .write());
        assertThat(counted).allSatisfy(of -> assertThat(of.count().outcomes().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(of.count().scope().cases()));
    }
}
