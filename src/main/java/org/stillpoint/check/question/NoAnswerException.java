package org.stillpoint.check.question;

/** A program that broke the protocol, with one line that says how. */
public final class NoAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NoAnswerException(String message) {
        super(message);
    }
}
