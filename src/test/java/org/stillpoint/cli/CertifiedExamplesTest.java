package org.stillpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.readme.ConsoleExample;
import org.stillpoint.readme.ShownOutput;

/** What the guide to certified examples shows is what its commands print. */
class CertifiedExamplesTest {

    private static final Path GUIDE = Path.of("src/guide/certified-examples.md");
    private static final String COMMAND = "java -jar target/stillpoint.jar ";
    private static final Pattern ROW = Pattern.compile("\\| [^|]+ \\| ([0-9.]+) \\| ([0-9.]+) \\|");

    @TempDir
    private Path directory;

    @Test
    void everyCommandPrintsWhatIsShown() throws IOException {
        List<ConsoleExample> examples = ConsoleExample.in(Files.readString(GUIDE));

        assertThat(examples).hasSize(24).allSatisfy(example -> {
            String printed = printed(example.command()).replace(directory + "/", "");
            assertThat(new ShownOutput(example.shown()).matches(printed.lines().toList()))
                    .as(example.command() + " printed\n" + printed).isTrue();
        });
    }

    @Test
    void everyUsualNumberOfTheTableIsTheCertifiedOneRounded() throws IOException {
        String guide = Files.readString(GUIDE);
        List<MatchResult> rows = ROW.matcher(guide).results().toList();

        assertThat(rows).hasSize(17).allSatisfy(row -> {
            BigDecimal usual = new BigDecimal(row.group(1));
            assertThat(guide).contains(row.group(2) + " +- 1e-");
            assertThat(new BigDecimal(row.group(2)).setScale(usual.scale(), RoundingMode.HALF_UP)).isEqualTo(usual);
        });
        assertThat(new BigDecimal(151).divide(new BigDecimal(400))).isEqualTo(new BigDecimal("0.3775"));
    }

    private String printed(String command) {
        if (command.startsWith(COMMAND)) {
            CommandLineRun run = CommandLineRun.of(Arrays.stream(command.substring(COMMAND.length()).split(" "))
                    .map(word -> isWritten(word) ? directory.resolve(word) : word).toArray());
            return run.out() + run.err();
        }
        return byTheShell(command);
    }

    private static boolean isWritten(String word) {
        return (word.endsWith(".json") || word.endsWith(".csv")) && !Files.exists(Path.of(word));
    }

    private String byTheShell(String command) {
        try {
            Process shell = new ProcessBuilder("sh", "-c", command).directory(directory.toFile())
                    .redirectErrorStream(true).start();
            return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
