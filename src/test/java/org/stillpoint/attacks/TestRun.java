package org.stillpoint.attacks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What became of some tests.
 *
 * @param succeeded how many held
 * @param failures what the others said
 */
record TestRun(long succeeded, List<String> failures) {

    private static final String SEPARATOR = "\u0000";

    void write(Path file) throws IOException {
        Files.writeString(file, succeeded + String.join("", failures.stream().map(failure -> SEPARATOR + failure).toList()));
    }

    static TestRun read(Path file) throws IOException {
        List<String> parts = List.of(Files.readString(file).split(SEPARATOR));
        return new TestRun(Long.parseLong(parts.get(0)), parts.subList(1, parts.size()));
    }
}
