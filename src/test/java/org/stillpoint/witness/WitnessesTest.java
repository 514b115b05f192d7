package org.stillpoint.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.claims.Catalogue;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.EvidenceLog;
import org.stillpoint.claims.EvidenceName;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.Subject;
import org.stillpoint.claims.WitnessFigures;
import org.stillpoint.format.Json;
import org.stillpoint.search.Search;
import org.stillpoint.search.Searches;

/** Replays every counterexample in the repository and leaves the evidence for its claim. */
class WitnessesTest {

    /** Too few cases to say anything. */
    private static final long FEW = 1000;

    @TestFactory
    Stream<DynamicTest> everySavedCounterexampleIsReproduced() throws IOException {
        return WitnessFiles.all().stream().map(file ->
                DynamicTest.dynamicTest(WitnessFiles.name(file), () -> replay(file)));
    }

    private static void replay(Path file) {
        long start = System.nanoTime();
        Replay replay = Replay.of(WitnessFiles.source(file));
        BigDecimal seconds = BigDecimal.valueOf(System.nanoTime() - start, 9);
        Counterexample counterexample = (Counterexample) replay.witness();
        boolean passed = replay.reproduced() && counterexample.holds() && !counterexample.comparisons().isEmpty();
        EvidenceLog.fromSystemProperty().record(new EvidenceRecord(WitnessFiles.name(file), passed, seconds,
                WitnessClaims.of(WitnessFiles.name(file), counterexample.claim()), new WitnessFigures(counterexample.search())));

        assertThat(replay.differs()).isEmpty();
        assertThat(counterexample.holds()).isTrue();
        assertThat(counterexample.comparisons()).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> aWitnessSaysOfEachClaimWhatTheClaimSaysOfIt() throws IOException {
        Catalogue catalogue = Catalogue.load(Path.of("specs/claims"));
        return WitnessFiles.all().stream().map(file -> DynamicTest.dynamicTest(WitnessFiles.name(file), () -> {
            String name = WitnessFiles.name(file);
            String claim = WitnessFiles.counterexample(file).claim();

            assertThat(WitnessClaims.of(name, claim))
                    .containsExactlyInAnyOrderElementsOf(catalogue.bearings(new EvidenceName(EvidenceRecord.Kind.WITNESS, name)));
        }));
    }

    @Test
    void aFileOfAnotherClaimServesNoneUnlessThatIsSaid() {
        assertThatThrownBy(() -> WitnessClaims.of("Q-5", "ZERO-12"))
                .hasMessage("Q-5: nothing is said of what it shows of ZERO-12");
    }

    @Test
    void everyFileHasItsSearch() throws IOException {
        assertThat(Searches.all().stream().map(Search::name)).containsAll(files());
    }

    /** A search that finds something keeps it in a file; any other is for what is true. */
    @TestFactory
    Stream<DynamicTest> aSearchWithoutAFileFindsNone() throws IOException {
        List<String> files = files();
        return Searches.all().stream().filter(search -> !files.contains(search.name()))
                .map(search -> DynamicTest.dynamicTest(search.name(), () -> {
                    Search.Result outcome = search.run(search.scope());

                    assertThat(outcome.counterexample()).isEmpty();
                    assertThat(outcome.cases()).isGreaterThan(FEW);
                }));
    }

    private static List<String> files() throws IOException {
        return WitnessFiles.all().stream().map(WitnessFiles::name).toList();
    }

    /** Searches look at networks; what is claimed of other architectures is tried on programs. */
    @Test
    void everyClaimThatSpeaksOfNetworksHasASearch() throws IOException {
        assertThat(Searches.claims()).containsExactlyInAnyOrderElementsOf(
                Catalogue.load(Path.of("specs/claims")).claims().stream()
                        .filter(claim -> Subject.of(claim) != Subject.ARCHITECTURES).map(Claim::id).toList());
        assertThat(Searches.claims()).allSatisfy(claim -> assertThat(Searches.find(claim)).isPresent());
    }

    @TestFactory
    Stream<DynamicTest> everySearchFindsItsFileAgainByteForByte() throws IOException {
        List<String> files = files();
        return Searches.all().stream().filter(search -> files.contains(search.name()))
                .map(search -> DynamicTest.dynamicTest(search.name(), () -> {
            Counterexample found = search.run(search.scope()).counterexample().orElseThrow();

            assertThat(Json.write(WitnessFormat.write(found)))
                    .isEqualTo(Files.readString(WitnessFiles.named(search.name())));
        }));
    }
}
