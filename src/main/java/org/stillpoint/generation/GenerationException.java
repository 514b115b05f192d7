package org.stillpoint.generation;

/** A request for data that cannot be met; the message is one line: what is wrong, what is expected. */
public final class GenerationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public GenerationException(String message) {
        super(message);
    }
}
