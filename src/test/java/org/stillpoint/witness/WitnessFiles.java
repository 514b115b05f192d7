package org.stillpoint.witness;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;

/** The counterexamples kept in the repository, and some of the first schema. */
final class WitnessFiles {

    static final Path DIRECTORY = Path.of("proofs", "witnesses");
    private static final Path OF_FIRST_SCHEMA = Path.of("src", "test", "resources", "witnesses");

    private WitnessFiles() {
    }

    static List<Path> all() throws IOException {
        return in(DIRECTORY);
    }

    /** At least one of each kind of statement that there was. */
    static List<Path> ofFirstSchema() throws IOException {
        return in(OF_FIRST_SCHEMA);
    }

    private static List<Path> in(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(WitnessFormat.COUNTEREXAMPLE_SUFFIX)).sorted().toList();
        }
    }

    static Path named(String name) {
        return DIRECTORY.resolve(name + WitnessFormat.COUNTEREXAMPLE_SUFFIX);
    }

    static String name(Path file) {
        return file.getFileName().toString().replace(WitnessFormat.COUNTEREXAMPLE_SUFFIX, "");
    }

    static Counterexample counterexample(Path file) {
        return (Counterexample) WitnessFormat.read(Json.read(source(file)));
    }

    static Source source(Path file) {
        return Source.read(file.toString(), InputStream.nullInputStream());
    }
}
