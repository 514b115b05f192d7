package org.stillpoint.domain;

/** A place that a network or a training does not have, such as its third layer. */
public final class MissingPlaceException extends DomainException {

    private static final long serialVersionUID = 1L;

    public MissingPlaceException(String message) {
        super(message);
    }
}
