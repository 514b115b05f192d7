package org.stillpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.Source;
import org.stillpoint.search.Search;
import org.stillpoint.search.Searches;

/** {@code replay} and {@code refute}. */
class CounterexampleCommandsTest {

    private static final Path SAVED = Path.of("proofs", "witnesses", "Q-3.counterexample.json");

    @TempDir
    private Path directory;

    private static JsonCursor json(CommandLineRun run) {
        assertThat(run.err()).isEmpty();
        return Json.read(new Source("output", run.out()));
    }

    /** A search that would be lost does not begin: this one would end at its tenth candidate. */
    @Test
    void aPlaceThatCannotBeWrittenToIsRefusedBeforeTheSearch() {
        CommandLineRun run = CommandLineRun.of("refute", "Q-5", "--max-cases", "10", "--out", directory.resolve("none"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("cannot be written, expected").doesNotContain("candidates");
    }

    @Test
    void replayOfASavedFileAnswersThatItIsReproduced() {
        CommandLineRun run = CommandLineRun.of("replay", SAVED, "--json");

        assertThat(run.exitCode()).isZero();
        assertThat(json(run).node().toString()).isEqualTo("{\"claim\":\"Q-3\",\"reproduced\":true,\"differs\":[]}");
    }

    @Test
    void replayAfterOneDigitChangedNamesTheNumber() throws Exception {
        String changed = Files.readString(SAVED).replace("\"-2\", \"-2\"", "\"-2\", \"-3\"");

        CommandLineRun run = CommandLineRun.withInput(changed, "replay", "-", "--json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(json(run).node().toString()).isEqualTo("{\"claim\":\"Q-3\",\"reproduced\":false,\"differs\":["
                + "{\"pointer\":\"/trace/steps/0/network/layers/1/weights/0/1\",\"expected\":\"-3\",\"actual\":\"-2\"}]}");
        assertThat(CommandLineRun.withInput(changed, "replay", "-").out())
                .contains("/trace/steps/0/network/layers/1/weights/0/1: the file says -3, computed -2");
    }

    @Test
    void replayOfATruncatedFileEndsWithOneLine() throws Exception {
        String text = Files.readString(SAVED);

        CommandLineRun run = CommandLineRun.withInput(text.substring(0, text.length() / 2), "replay", "-");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).matches("stillpoint: -:[0-9]+:[0-9]+: broken JSON, expected one value: .*\\R");
    }

    @Test
    void refuteSavesWhatReplayReproduces() {
        CommandLineRun refuted = CommandLineRun.of("refute", "Q-3", "--out", directory, "--json");
        Path saved = directory.resolve("Q-3.counterexample.json");

        assertThat(refuted.exitCode()).isEqualTo(1);
        assertThat(json(refuted).field("counterexample").string()).isEqualTo(saved.toString());
        assertThat(saved).hasSameTextualContentAs(SAVED);
        assertThat(CommandLineRun.of("replay", saved).exitCode()).isZero();
    }

    @Test
    void refuteWithoutAHitSaysHowManyCasesItLookedAt() {
        CommandLineRun run = CommandLineRun.of("refute", "Q-3", "--scope", "2,2,1,1,1", "--tries", "0", "--out", directory,
                "--json");

        assertThat(run.exitCode()).isZero();
        assertThat(json(run).node().get("counterexample").isNull()).isTrue();
        assertThat(json(run).node().get("cases").intValue()).isPositive();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void refuteOfATrueClaimEndsWithNoneInItsCases() {
        CommandLineRun run = CommandLineRun.of("refute", "ZERO-2", "--scope", "2,2,1");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).matches("(?s)ZERO-2: none in the scope, [1-9][0-9]* cases\\R"
                + "candidates: .*\\Rscope: .*\\Rorder: .*\\Rrate: [0-9]+ cases a second\\R");
    }

    @Test
    void refuteThatZeroIsALocalMinimumEndsWithASmallCounterexample() {
        CommandLineRun run = CommandLineRun.of("refute", "ZERO-8", "--scope", "2,2,1", "--out", directory);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("in the scope: found as case 137, no smaller one in the scope\n", "cases a second");
        assertThat(directory.resolve("ZERO-8.counterexample.json"))
                .hasSameTextualContentAs(SAVED.resolveSibling("ZERO-8.counterexample.json"));
    }

    @Test
    void refuteGoesOnFromACheckpointAndTakesItAwayAtTheEnd() throws Exception {
        Path checkpoint = directory.resolve("search.json");
        String saved = "{\"schema\": \"stillpoint-search/1\", \"search\": \"ZERO-2\", \"scope\": \"2,2,1,2,1\", "
                + "\"blocks\": 100, \"cases\": 100}";
        Files.writeString(checkpoint, saved);

        CommandLineRun resumed = CommandLineRun.of("refute", "ZERO-2", "--scope", "2,2,1", "--checkpoint", checkpoint);

        assertThat(resumed.exitCode()).isZero();
        assertThat(resumed.out()).contains(", without the 100 cases of earlier runs");
        assertThat(resumed.out().lines().findFirst())
                .isEqualTo(CommandLineRun.of("refute", "ZERO-2", "--scope", "2,2,1").out().lines().findFirst());
        assertThat(checkpoint).doesNotExist();
    }

    @Test
    void aCheckpointOfAnotherSearchIsRefused() throws Exception {
        Path checkpoint = directory.resolve("search.json");
        Files.writeString(checkpoint, "{\"schema\": \"stillpoint-search/1\", \"search\": \"ZERO-3\", \"scope\": \"2,2,1,2,1\", "
                + "\"blocks\": 1, \"cases\": 1}");

        CommandLineRun run = CommandLineRun.of("refute", "ZERO-2", "--scope", "2,2,1", "--checkpoint", checkpoint);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("stillpoint: " + checkpoint
                + ": /search: \"ZERO-3\" belongs to another search, expected ZERO-2\n");
        assertThat(checkpoint).exists();
    }

    @Test
    void refuteOfAClaimWithoutASearchNamesThoseThatHaveOne() {
        CommandLineRun run = CommandLineRun.of("refute", "ZERO-99");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("stillpoint: no search for \"ZERO-99\", expected a file *.claim.json, a claim or one of "
                + Searches.all().stream().map(Search::name).collect(Collectors.joining(", ")) + "\n");
    }

    @Test
    void refuteStopsAtItsBoundOnCandidates() {
        CommandLineRun run = CommandLineRun.of("refute", "Q-5", "--max-cases", "10", "--out", directory);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("stillpoint: more than 10 candidates, expected a smaller scope (or --max-cases)\n");
    }
}
