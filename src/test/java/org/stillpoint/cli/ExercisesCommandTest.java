package org.stillpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stillpoint.teaching.Topic;

/** Sheets of exercises from the command line, and the commands on them. */
class ExercisesCommandTest {

    private static final String COMMAND = "java -jar target/stillpoint.jar ";

    private static final Pattern LOSS = Pattern.compile("loss (\\S+)");

    @TempDir
    private Path directory;
    private Path sheet;

    @BeforeEach
    void nameSheet() {
        sheet = directory.resolve("sheet");
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void everyCommandOfASheetRunsOnTheFilesThatItsFirstOneWrites(Topic topic) {
        List<String> commands = commands(CommandLineRun.of("exercises", "--seed", 5, "--topic", topic.id()).out());

        assertThat(commands.get(0)).startsWith("exercises --seed 5 --problems 4 --topic " + topic.id() + " --files sheet");
        assertThat(commands).hasSizeGreaterThan(4).allSatisfy(command -> {
            CommandLineRun run = CommandLineRun.of(Arrays.stream(command.split(" "))
                    .map(word -> word.startsWith("sheet") ? directory.resolve(word) : word).toArray());

            assertThat(run.err()).as(command).isEmpty();
            assertThat(run.exitCode()).isLessThanOrEqualTo(1);
        });
    }

    @Test
    void theTraceOfAProblemShowsTheNumbersOfItsSolution() {
        String[] options = {"exercises", "--seed", "5", "--topic", "zeros", "--problems", "2", "--files", sheet.toString()};
        List<String> commands = commands(CommandLineRun.of((Object[]) options).out());
        String solutions = CommandLineRun.of("exercises", "--seed", 5, "--topic", "zeros", "--problems", 2,
                "--solutions").out();

        assertThat(commands).filteredOn(command -> command.startsWith("trace")).hasSize(2).allSatisfy(command -> {
            String trace = CommandLineRun.of(Arrays.stream(command.split(" "))
                    .map(word -> word.startsWith("sheet") ? directory.resolve(word) : word).toArray()).out();
            List<String> losses = LOSS.matcher(trace).results().map(match -> match.group(1)).toList();

            assertThat(losses).isNotEmpty().allSatisfy(loss -> assertThat(solutions).contains("the loss " + loss + "."));
        });
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void theSolutionsAreLeftOutUnlessAskedFor(Topic topic) {
        for (String format : List.of("latex", "markdown", "html")) {
            String without = CommandLineRun.of("exercises", "--seed", -3, "--topic", topic.id(), "--format", format).out();
            String with = CommandLineRun.of("exercises", "--seed", -3, "--topic", topic.id(), "--format", format,
                    "--solutions").out();

            assertThat(without).doesNotContain("Solutions").isNotEmpty();
            assertThat(with).contains("Solutions").hasSizeGreaterThan(without.length());
        }
    }

    @Test
    void theSheetIsWrittenToAFile() throws Exception {
        Path file = directory.resolve("sheet.tex");

        CommandLineRun run = CommandLineRun.of("exercises", "--seed", 1, "--format", "latex", "--out", file);

        assertThat(run).isEqualTo(new CommandLineRun(0, "", ""));
        assertThat(Files.readString(file)).startsWith("\\documentclass").endsWith("\\end{document}\n");
    }

    private static List<String> commands(String sheet) {
        return sheet.lines().map(String::strip).filter(line -> line.startsWith(COMMAND))
                .map(line -> line.substring(COMMAND.length())).toList();
    }
}
