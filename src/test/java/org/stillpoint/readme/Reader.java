package org.stillpoint.readme;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Somebody who types the commands of a document, one after the other.
 *
 * @param folder where the commands run, and what they write stays
 */
record Reader(Path folder) {

    private static final String INTERNAL_ERROR = "stillpoint: internal error";

    /**
     * What is wrong with an example once it is tried, empty if its command prints what is shown. Its exit code is not looked at.
     */
    Optional<String> tries(ConsoleExample example) {
        List<String> printed = type(example.command());
        boolean right = new ShownOutput(example.shown()).matches(printed)
                && printed.stream().noneMatch(line -> line.contains(INTERNAL_ERROR));
        return right ? Optional.empty() : Optional.of("line " + example.line() + ": " + example.command()
                + "\nis shown to print\n" + indented(example.shown()) + "and printed\n" + indented(printed));
    }

    private static String indented(List<String> lines) {
        return lines.isEmpty() ? "    nothing\n" : String.join("\n", lines).indent(4);
    }

    /** The lines that a command prints, those on standard error last. */
    private List<String> type(String command) {
        try {
            Path out = Files.createTempFile("reader", ".out");
            Path err = Files.createTempFile("reader", ".err");
            try {
                shell(command).redirectInput(new File("/dev/null")).redirectOutput(out.toFile()).redirectError(err.toFile())
                        .start().waitFor();
                return Stream.concat(lines(out), lines(err)).toList();
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** With the java that runs the tests first in the path. */
    private ProcessBuilder shell(String command) {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command).directory(folder.toFile());
        shell.environment().merge("PATH", Path.of(System.getProperty("java.home"), "bin").toString(),
                (path, java) -> java + File.pathSeparator + path);
        return shell;
    }

    private static Stream<String> lines(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).lines();
    }
}
