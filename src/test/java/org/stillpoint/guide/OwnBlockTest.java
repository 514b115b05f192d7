package org.stillpoint.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Java of the guide to architectures compiles, and prints what the guide shows. */
class OwnBlockTest {

    private static final Path GUIDE = Path.of("src/guide/own-architecture.md");
    private static final Path SOURCE = Path.of("src/test/java/org/stillpoint/guide/OwnBlock.java");

    @Test
    void everyExampleIsInTheSourceThatIsRun() throws IOException {
        String source = Files.readString(SOURCE);

        assertThat(blocks("java")).hasSize(3).allSatisfy(example -> assertThat(source).contains(indented(example)));
    }

    @Test
    void itPrintsWhatTheGuideShows() throws IOException {
        assertThat(blocks("text")).containsExactly(printed(OwnBlock::stuck), printed(OwnBlock::moves));
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(GUIDE)).results()
                .map(block -> block.group(1)).toList();
    }

    private static String indented(String example) {
        return String.join("\n", Stream.of(example.stripTrailing().split("\n")).map(line -> line.isEmpty() ? line : "    " + line)
                .toList());
    }

    private static String printed(Runnable example) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
            example.run();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
