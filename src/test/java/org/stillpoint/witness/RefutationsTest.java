package org.stillpoint.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The refutations worked by hand in {@code proofs/refutations}. */
class RefutationsTest {

    private static final Path DIRECTORY = Path.of("proofs", "refutations");
    private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.sorted().toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyLinkLeadsToAFile() throws IOException {
        return pages().stream().map(page -> DynamicTest.dynamicTest(page.getFileName().toString(), () ->
                assertThat(LINK.matcher(Files.readString(page)).results().map(link -> DIRECTORY.resolve(link.group(1))))
                        .isNotEmpty().allSatisfy(target -> assertThat(target).isRegularFile())));
    }

    @Test
    void everyCounterexampleIsWorkedOnThePageOfItsClaim() throws IOException {
        for (Path file : WitnessFiles.all()) {
            Path page = DIRECTORY.resolve(WitnessFiles.counterexample(file).claim() + ".md");

            assertThat(page).content().contains("../witnesses/" + file.getFileName());
            assertThat(DIRECTORY.resolve("README.md")).content().contains("`" + WitnessFiles.name(file) + "`");
        }
    }
}
