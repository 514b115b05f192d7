package org.stillpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.lint.finding.Rule;
import org.stillpoint.readme.ConsoleExample;
import org.stillpoint.readme.ShownOutput;

/** What the guide to the linter shows is what its commands print. */
class LintGuideTest {

    private static final Path GUIDE = Path.of("src/guide/lint-a-model.md");
    private static final String COMMAND = "java -jar target/stillpoint.jar ";

    @TempDir
    private Path directory;

    @Test
    void everyCommandPrintsWhatIsShown() throws IOException {
        List<ConsoleExample> examples = ConsoleExample.in(Files.readString(GUIDE));

        assertThat(examples).hasSize(9).allSatisfy(example -> {
            CommandLineRun run = typed(example.command());
            assertThat(new ShownOutput(example.shown()).matches((run.out() + run.err()).replace(directory + "/", "").lines()
                    .toList()))
                    .as(example.command() + " printed\n" + run.out() + run.err()).isTrue();
        });
    }

    @Test
    void itTellsOfEveryRule() throws IOException {
        String guide = Files.readString(GUIDE);

        assertThat(Stream.of(Rule.values()).map(rule -> "`" + rule.id() + "`"))
                .allSatisfy(rule -> assertThat(guide.substring(guide.indexOf("| finding |"))).contains(rule));
    }

    /** As if it were typed in a folder with the sources, where new files are put elsewhere. */
    private CommandLineRun typed(String command) {
        return CommandLineRun.of(Arrays.stream(command.substring(COMMAND.length()).split(" "))
                .map(word -> word.endsWith(".json") || word.equals("smaller.onnx") ? directory.resolve(word).toString() : word)
                .toArray());
    }
}
