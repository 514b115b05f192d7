package org.stillpoint.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.stillpoint.claims.EvidenceLog;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.format.Json;
import org.stillpoint.witness.search.Search;

/** Replays every counterexample in the repository and leaves the evidence for its claim. */
class WitnessesTest {

    private static final List<String> TRUE_CLAIMS = List.of("ZERO-2", "ZERO-3", "SYM-5");

    @TestFactory
    Stream<DynamicTest> everySavedCounterexampleIsReproduced() throws IOException {
        return WitnessFiles.all().stream().map(file ->
                DynamicTest.dynamicTest(WitnessFiles.name(file), () -> replay(file)));
    }

    private static void replay(Path file) {
        long start = System.nanoTime();
        Replay replay = Replay.of(WitnessFiles.source(file));
        EvidenceLog.fromSystemProperty().record(new EvidenceRecord(EvidenceRecord.Kind.WITNESS, WitnessFiles.name(file),
                replay.reproduced(), BigDecimal.valueOf(System.nanoTime() - start, 9),
                replay.counterexample().search()
                        .map(search -> Map.of("scope", search.scope(), "cases", String.valueOf(search.cases()))).orElse(Map.of())));

        assertThat(replay.differs()).isEmpty();
        assertThat(replay.counterexample().holds()).isTrue();
        assertThat(replay.counterexample().comparisons()).isNotEmpty();
    }

    @Test
    void everyFileHasItsSearchAndEverySearchItsFileButThoseOfTrueClaims() throws IOException {
        List<String> files = WitnessFiles.all().stream().map(WitnessFiles::name).toList();
        List<String> searches = Search.all().stream().map(Search::name).toList();

        assertThat(searches).containsAll(files);
        assertThat(searches.stream().filter(search -> !files.contains(search))).containsExactlyElementsOf(TRUE_CLAIMS);
    }

    @ParameterizedTest
    @FieldSource("TRUE_CLAIMS")
    void theSearchForATrueClaimFindsNone(String claim) {
        Search search = Search.all().stream().filter(each -> each.claim().equals(claim)).findFirst().orElseThrow();

        Search.Outcome outcome = search.run(search.scope());

        assertThat(outcome.counterexample()).isEmpty();
        assertThat(outcome.cases()).isGreaterThan(1000);
    }

    @TestFactory
    Stream<DynamicTest> everySearchFindsItsFileAgainByteForByte() {
        return Search.all().stream().filter(search -> !TRUE_CLAIMS.contains(search.name())).map(search -> DynamicTest.dynamicTest(search.name(), () -> {
            Counterexample found = search.run(search.scope()).counterexample().orElseThrow();

            assertThat(Json.write(CounterexampleFormat.write(found)))
                    .isEqualTo(Files.readString(WitnessFiles.named(search.name())));
        }));
    }
}
