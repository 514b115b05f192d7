package org.stillpoint.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of the README, typed in their order in one folder that holds nothing of the reader's: only what a build leaves in
 * the project's folder, the jar, a template for {@code check}, a model for {@code lint} and the saved counterexamples,
 * copied so that no command can change the project.
 */
class ReadmeIT {

    private static final Path README = Path.of("README.md");
    private static final Path JAR = Path.of("target/stillpoint.jar");
    private static final Path WITNESSES = Path.of("proofs/witnesses");
    private static final Path TEMPLATE = Path.of("src/adapters/java/Template.java");
    private static final Path MODEL = Path.of("src/test/resources/models/onnx/planted.onnx");

    @TempDir
    Path folder;

    @BeforeEach
    void build() throws IOException {
        Files.createDirectories(folder.resolve(JAR).getParent());
        Files.copy(Path.of(System.getProperty("stillpoint.jar")), folder.resolve(JAR));
        for (Path needed : List.of(TEMPLATE, MODEL)) {
            Files.createDirectories(folder.resolve(needed).getParent());
            Files.copy(needed, folder.resolve(needed));
        }
        Files.createDirectories(folder.resolve(WITNESSES));
        try (Stream<Path> files = Files.list(WITNESSES)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file));
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> everyCommandPrintsWhatIsShown() throws IOException {
        Reader reader = new Reader(folder);
        return ConsoleExample.in(Files.readString(README)).stream().map(example -> DynamicTest.dynamicTest(example.command(),
                () -> reader.tries(example).ifPresent(Assertions::fail)));
    }

    @Test
    void everyCommandOfTheJarStandsWhereItIsRun() throws IOException {
        String command = "java -jar " + JAR;
        List<String> run = ConsoleExample.in(Files.readString(README)).stream()
                .map(example -> "$ " + example.command()).filter(line -> line.contains(command)).toList();

        assertThat(Files.readAllLines(README)).filteredOn(line -> line.contains(command)).isNotEmpty().isEqualTo(run);
    }
}
