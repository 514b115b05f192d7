package org.stillpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;
import tools.jackson.databind.JsonNode;

/** {@code refute} of a claim in a file. */
class OwnClaimCommandTest {

    private static final String WORSE = """
            {"title": "Training helps", "says": "No training ends with a larger loss than it began with.",
             "scope": {"depth": 1, "width": 1, "steps": 2, "samples": 1, "start": "zeros", "losses": ["squared"],
                       "learning-rates": [%s]},
             "given": [{"left": {"measure": "momentum"}, "relation": "=", "right": {"value": %s}}],
             "never": [{"left": {"measure": "mean-loss", "step": "last"}, "relation": ">",
                        "right": {"measure": "mean-loss", "step": 0}}]}
            """;

    @TempDir
    private Path directory;

    private Path claim(String rate, String momentum) throws Exception {
        return Files.writeString(directory.resolve("help.claim.json"), WORSE.formatted(rate, momentum));
    }

    private static JsonNode json(CommandLineRun run) {
        assertThat(run.err()).isEmpty();
        return Json.read(new Source("output", run.out())).node();
    }

    @Test
    void aFalseClaimEndsWithItsSmallestCounterexampleWhichIsReplayedFromItsFileAlone() throws Exception {
        CommandLineRun run = CommandLineRun.of("refute", claim("3", "0"), "--out", directory);
        Path saved = directory.resolve("help.counterexample.json");
        Files.delete(directory.resolve("help.claim.json"));
        CommandLineRun replay = CommandLineRun.of("replay", saved);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).startsWith("""
                Training helps: No training ends with a larger loss than it began with.
                  given  momentum (0) = 0
                  shows  mean loss after step 1 (25/2) > mean loss at the start (1/2)
                candidates: one output, start zeros, biases true, activations relu, losses squared, learning-rates 3, kappas 0, \
                batch-sizes full, momentums 0, weight-decays 0, labels any
                """)
                .contains("in the scope: found as case 5, no smaller one in the scope\n", "saved in: " + saved + "\n");
        assertThat(replay.exitCode()).isZero();
        assertThat(replay.out()).isEqualTo("""
                Training helps: No training ends with a larger loss than it began with.
                  given  momentum (0) = 0
                  shows  mean loss after step 1 (25/2) > mean loss at the start (1/2)
                reproduced: every number of the file was computed again
                """);
    }

    @Test
    void aClaimThatIsNotRefutedEndsWithTheNumberOfCasesAndOfThoseThatMeetWhatIsGiven() throws Exception {
        CommandLineRun run = CommandLineRun.of("refute", claim("0.5", "0"), "--tries", "0", "--out", directory);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Training helps: none in the scope, 12 cases, of which 12 meet what is given\n");
        assertThat(directory.resolve("help.counterexample.json")).doesNotExist();
    }

    @Test
    void jsonNamesTheClaimByItsTitle() throws Exception {
        JsonNode refuted = json(CommandLineRun.of("refute", claim("3", "0"), "--out", directory, "--json"));
        JsonNode held = json(CommandLineRun.of("refute", claim("0.5", "0"), "--tries", "7", "--json"));

        assertThat(refuted.propertyNames()).containsExactly("claim", "scope", "cases", "counterexample");
        assertThat(refuted.get("claim").stringValue()).isEqualTo("Training helps");
        assertThat(refuted.get("counterexample").stringValue()).isEqualTo(directory.resolve("help.counterexample.json")
                .toString());
        assertThat(held.propertyNames()).containsExactly("claim", "scope", "cases", "counterexample", "meetGiven");
        assertThat(held.get("cases").intValue()).isEqualTo(12 + 7);
        assertThat(held.get("meetGiven").intValue()).isEqualTo(12);
    }

    @Test
    void aClaimWhoseGivenNoCaseMeetsIsNotSaidToHold() throws Exception {
        Path file = claim("3", "1");

        assertThat(CommandLineRun.of("refute", file, "--out", directory)).isEqualTo(new CommandLineRun(2, "",
                "stillpoint: " + file + ": 0 of 12 cases meet what is given, expected one or more\n"));
    }

    @Test
    void theScopeOfTheCommandLineGoesFartherThanThatOfTheFile() throws Exception {
        CommandLineRun run = CommandLineRun.of("refute", claim("0.5", "0"), "--scope", "2,1,1", "--tries", "0");

        assertThat(run.out()).contains("scope: up to depth 2, width 1, ");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void theBoundOnCasesHoldsForClaimsOfOnesOwn() throws Exception {
        CommandLineRun run = CommandLineRun.of("refute", claim("0.5", "0"), "--max-cases", "5");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("stillpoint: more than 5 candidates, expected").hasLineCount(1);
    }

    @Test
    void aFileThatIsNoClaimEndsWithOneLine() throws Exception {
        Path file = Files.writeString(directory.resolve("bad.claim.json"), WORSE.formatted("3", "0").replace("zeros", "zero"));
        CommandLineRun run = CommandLineRun.of("refute", file);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("stillpoint: " + file + ": /scope/start: \"zero\", expected one of any, zeros, ")
                .hasLineCount(1);
        assertThat(CommandLineRun.of("refute", directory.resolve("none.claim.json")).err()).contains("no such file")
                .hasLineCount(1);
    }

    /** A checkpoint says nothing of what the file of the claim was when it was written. */
    @Test
    void aCheckpointIsRefused() throws Exception {
        CommandLineRun run = CommandLineRun.of("refute", claim("0.5", "0"), "--checkpoint", directory.resolve("search.json"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("stillpoint: --checkpoint ").contains("expected").hasLineCount(1);
    }

    @Test
    void theTemplateIsAClaimThatRuns() throws Exception {
        CommandLineRun template = CommandLineRun.of("refute", "--template");
        Path file = Files.writeString(directory.resolve("template.claim.json"), template.out());
        CommandLineRun run = CommandLineRun.of("refute", file, "--out", directory);

        assertThat(template.exitCode()).isZero();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).startsWith("Equal weights never learn: ").contains("shows  accuracy after step 2 (1) = 1");
    }

    @Test
    void aClaimAndATemplateAtOnceAreRefused() throws Exception {
        assertThat(CommandLineRun.of("refute", claim("3", "0"), "--template").exitCode()).isEqualTo(2);
        assertThat(CommandLineRun.of("refute").err()).startsWith("stillpoint: ").contains("expected").hasLineCount(1);
    }
}
