package org.stillpoint.enclosure;

/** A number is beyond what fixed point is made for. */
public class TooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TooLargeException(String message) {
        super(message);
    }
}
