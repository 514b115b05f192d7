package org.stillpoint.check.diagnosis;

/** Too little to judge by, with one line that says why. */
public final class NoVerdictException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoVerdictException(String message) {
        super(message);
    }
}
