package org.stillpoint.check.question;

import java.util.List;

/** A program that broke the protocol: one line that says how, and the last lines that it wrote to its standard error. */
public final class NoAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final List<String> lastLines;

    public NoAnswerException(String message) {
        this(message, List.of());
    }

    /** @param lastLines fit to be shown: without control characters */
    public NoAnswerException(String message, List<String> lastLines) {
        super(message);
        this.lastLines = List.copyOf(lastLines);
    }

    /** The last lines of the program's standard error, oldest first; none if it wrote nothing. */
    public List<String> lastLines() {
        return lastLines;
    }
}
