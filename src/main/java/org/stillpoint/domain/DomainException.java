package org.stillpoint.domain;

/** A value that cannot exist, such as a ragged matrix; the message is one line: what is wrong, what is expected. */
public sealed class DomainException extends IllegalArgumentException permits MissingPlaceException, TargetException {

    private static final long serialVersionUID = 1L;

    public DomainException(String message) {
        super(message);
    }
}
