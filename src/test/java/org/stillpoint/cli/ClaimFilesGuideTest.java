package org.stillpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.readme.ConsoleExample;
import org.stillpoint.readme.ShownOutput;

/** What the guide to claim files shows is what its commands print about its files. */
class ClaimFilesGuideTest {

    private static final Path GUIDE = Path.of("src/guide/claim-files.md");
    private static final Pattern FILE = Pattern.compile("`([a-z]+[.]claim[.]json)`:\n\n```json\n(.*?)```", Pattern.DOTALL);
    private static final String COMMAND = "java -jar target/stillpoint.jar ";

    @TempDir
    private Path directory;

    @Test
    void everyCommandOnItsFilesPrintsWhatIsShown() throws IOException {
        String guide = Files.readString(GUIDE);
        FILE.matcher(guide).results().forEach(file -> write(file.group(1), file.group(2)));

        List<ConsoleExample> examples = ConsoleExample.in(guide);

        assertThat(directory).isDirectoryContaining("glob:**equal.claim.json");
        assertThat(examples).hasSize(4).allSatisfy(example -> {
            CommandLineRun run = typed(example.command());
            assertThat(new ShownOutput(example.shown()).matches((run.out() + run.err()).replace(directory.toString(), ".").lines()
                    .toList()))
                    .as(example.command() + " printed\n" + run.out() + run.err()).isTrue();
        });
    }

    @Test
    void itTellsOfEveryKeyOfAScope() throws IOException {
        String guide = Files.readString(GUIDE);
        String template = CommandLineRun.of("refute", "--template").out();

        assertThat(Pattern.compile("\n    \"([a-z-]+)\"").matcher(template).results().map(key -> "`" + key.group(1) + "`"))
                .hasSize(15).allSatisfy(key -> assertThat(guide.substring(guide.indexOf("| in the scope |"))).contains(key));
    }

    private void write(String name, String text) {
        try {
            Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As if it were typed in the directory of the files. */
    private CommandLineRun typed(String command) {
        Stream<String> words = Arrays.stream(command.substring(COMMAND.length()).split(" "))
                .map(word -> word.endsWith(".json") ? directory.resolve(word).toString() : word);
        Stream<String> where = command.contains(" refute ") ? Stream.of("--out", directory.toString()) : Stream.empty();
        return CommandLineRun.of(Stream.concat(words, where).toArray());
    }
}
