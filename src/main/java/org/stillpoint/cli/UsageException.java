package org.stillpoint.cli;

/** A command that asks for something impossible or too large; the message is one line: what is wrong, what is expected. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
