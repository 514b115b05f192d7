package org.stillpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;
import tools.jackson.databind.JsonNode;

/** {@code refute} when there is none in the scope. */
class RefuteBeyondTest {

    private static final String NARROW = "2,2,1,1,1";

    @TempDir
    private Path directory;

    private static JsonNode json(CommandLineRun run) {
        assertThat(run.err()).isEmpty();
        return Json.read(new Source("output", run.out())).node();
    }

    @Test
    void aHitAtRandomIsSavedReplayedAndSaidNotToBeTheSmallest() {
        CommandLineRun run = CommandLineRun.of("refute", "Q-3", "--scope", NARROW, "--seed", "7", "--out", directory);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("in the scope: none in 16 cases\n", "  seed: 7\n",
                "and shrunk; a smaller one may exist beyond the scope\n",
                "saved in: " + directory.resolve("Q-3.counterexample.json") + "\n");
        assertThat(CommandLineRun.of("replay", directory.resolve("Q-3.counterexample.json")).exitCode()).isZero();
    }

    @Test
    void theSameSeedGivesTheSameFile() throws Exception {
        Path file = directory.resolve("Q-3.counterexample.json");

        CommandLineRun first = CommandLineRun.of("refute", "Q-3", "--scope", NARROW, "--seed", "-12", "--out", directory,
                "--json");
        byte[] bytes = Files.readAllBytes(file);
        CommandLineRun second = CommandLineRun.of("refute", "Q-3", "--scope", NARROW, "--seed", "-12", "--out", directory,
                "--json");

        assertThat(second.out()).isEqualTo(first.out());
        assertThat(file).hasBinaryContent(bytes);
    }

    @Test
    void jsonSaysWhatWasSearchedInTheSameFourKeys() {
        JsonNode value = json(CommandLineRun.of("refute", "ZERO-2", "--scope", "2,2,1", "--tries", "20", "--json"));

        assertThat(value.propertyNames()).containsExactly("claim", "scope", "cases", "counterexample");
        assertThat(value.get("cases").intValue()).isEqualTo(736 + 20);
        assertThat(value.get("scope").stringValue()).contains("up to 2,2,1,2,1; ", "; then 20 random candidates with seed 1, "
                + "which is not exhaustive, beyond the scope 2,2,1,2,1: up to depth 3, width 4,");
        assertThat(value.get("counterexample").isNull()).isTrue();
    }

    @Test
    void aTrueClaimEndsWithNoneInItsTries() {
        CommandLineRun run = CommandLineRun.of("refute", "ZERO-2", "--scope", "2,2,1", "--seed", "4", "--tries", "50");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("ZERO-2: none in the scope, 736 cases\n",
                "scope: up to depth 2, width 2, steps 1, samples 2, height 1\n",
                "beyond the scope: none in 50 random candidates, which is not exhaustive\n  seed: 4\n"
                        + "  sizes: up to depth 3, width 4, steps 3, samples 4, height 3\n");
    }

    @Test
    void withoutTriesTheScopeIsAll() {
        CommandLineRun run = CommandLineRun.of("refute", "Q-3", "--scope", NARROW, "--tries", "0", "--out", directory);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Q-3: none in the scope, 16 cases").doesNotContain("random");
    }

    @Test
    void aSeedGoesOnWhereTheBoundOnCasesEndsTheScope() {
        CommandLineRun run = CommandLineRun.of("refute", "Q-3", "--max-cases", "10", "--seed", "7", "--out", directory);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("in the scope: none in the first 10 cases\n", "found as random candidate ", "  seed: 7\n");
    }

    @ParameterizedTest
    @CsvSource({"--seed,x", "--seed,1.5", "--seed,99999999999999999999", "--tries,-1", "--tries,1000001", "--tries,many"})
    void aBadSeedOrNumberOfTriesEndsWithOneLine(String option, String value) {
        CommandLineRun run = CommandLineRun.of("refute", "ZERO-2", "--scope", "2,2,1", option, value);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("stillpoint: ").contains(option, value, "expected").hasLineCount(1);
    }
}
