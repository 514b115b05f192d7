package org.stillpoint.format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file beside its place and then moves it there, so that nobody ever sees half of it. */
public final class OutputFile {

    private static final String CANNOT_BE_WRITTEN = ": cannot be written, expected a place that can be written to";

    private OutputFile() {
    }

    /**
     * Writes UTF-8 text, replacing a file that is there; a device such as {@code /dev/null} is written to directly.
     *
     * @throws FormatException if that is impossible; then nothing is left behind
     */
    public static void write(String name, String text) {
        write(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** What is written piece by piece. */
    public interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes bytes, as {@link #write(String, String)} writes text.
     *
     * @throws FormatException if that is impossible, or the content throws it; then nothing is left behind
     */
    public static void write(String name, Content content) {
        try {
            Path target = Path.of(name);
            if (Files.isDirectory(target)) {
                throw new FormatException(name + ": is a directory, expected a file");
            }
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                put(content, target);
            } else {
                replace(Files.exists(target) ? target.toRealPath() : target.toAbsolutePath(), content);
            }
        } catch (IOException | InvalidPathException e) {
            throw new FormatException(name + CANNOT_BE_WRITTEN);
        }
    }

    /**
     * Refuses, before work that would be lost, what {@link #write} cannot write.
     *
     * @throws FormatException if that is plain to see
     */
    public static void requireWritable(String name) {
        try {
            Path target = Path.of(name);
            if (Files.isDirectory(target)) {
                throw new FormatException(name + ": is a directory, expected a file");
            }
            boolean isDevice = Files.exists(target) && !Files.isRegularFile(target);
            if (!Files.isWritable(isDevice ? target : target.toAbsolutePath().getParent())) {
                throw new FormatException(name + CANNOT_BE_WRITTEN);
            }
        } catch (InvalidPathException e) {
            throw new FormatException(name + CANNOT_BE_WRITTEN);
        }
    }

    private static void put(Content content, Path target, OpenOption... options) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target, options))) {
            content.writeTo(out);
        }
    }

    private static void replace(Path target, Content content) throws IOException {
        Path beside = target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            put(content, beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
