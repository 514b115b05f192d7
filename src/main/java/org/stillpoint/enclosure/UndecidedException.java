package org.stillpoint.enclosure;

/** An enclosure is too wide for what is asked of it; more precision may help. */
public class UndecidedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UndecidedException(String message) {
        super(message);
    }
}
