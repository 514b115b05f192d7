package org.stillpoint.format;

/**
 * A file that cannot be read or written; the message is one line, {@code FILE:LINE:COLUMN: ...} for broken syntax and
 * {@code FILE: JSON POINTER: ...} for wrong content.
 */
public final class FormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FormatException(String message) {
        super(message);
    }
}
