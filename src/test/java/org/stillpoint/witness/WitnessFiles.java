package org.stillpoint.witness;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.stillpoint.format.Source;

/** The counterexamples kept in the repository. */
final class WitnessFiles {

    static final Path DIRECTORY = Path.of("proofs", "witnesses");

    private WitnessFiles() {
    }

    static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.filter(file -> file.toString().endsWith(CounterexampleFormat.SUFFIX)).sorted().toList();
        }
    }

    static Path named(String name) {
        return DIRECTORY.resolve(name + CounterexampleFormat.SUFFIX);
    }

    static String name(Path file) {
        return file.getFileName().toString().replace(CounterexampleFormat.SUFFIX, "");
    }

    static Source source(Path file) {
        return Source.read(file.toString(), InputStream.nullInputStream());
    }
}
