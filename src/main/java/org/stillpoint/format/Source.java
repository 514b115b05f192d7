package org.stillpoint.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The text of a file, with the name that errors call it by. */
public record Source(String name, String text) {

    /** The longest file that is read, in bytes. */
    public static final int MAX_BYTES = 32 * 1024 * 1024;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * Reads a file of UTF-8 text.
     *
     * @param name its path, or {@code -} for standard input
     * @throws FormatException if it cannot be read, is too long, or is no UTF-8
     */
    public static Source read(String name, InputStream standardInput) {
        try {
            return new Source(name, decode(name, name.equals("-") ? bytes(standardInput) : bytes(Path.of(name))));
        } catch (NoSuchFileException e) {
            throw new FormatException(name + ": no such file, expected a file that can be read");
        } catch (AccessDeniedException e) {
            throw new FormatException(name + ": no permission to read it, expected a file that can be read");
        } catch (IOException | InvalidPathException e) {
            throw new FormatException(name + ": cannot be read, expected a file that can be read");
        }
    }

    private static byte[] bytes(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return bytes(in);
        }
    }

    private static byte[] bytes(InputStream in) throws IOException {
        return in.readNBytes(MAX_BYTES + 1);
    }

    private static String decode(String name, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new FormatException(name + ": longer than " + MAX_BYTES + " bytes, expected at most that");
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new FormatException(name + ": not UTF-8, expected UTF-8 text");
        }
    }
}
