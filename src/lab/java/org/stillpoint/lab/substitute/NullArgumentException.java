package org.stillpoint.lab.substitute;

import org.hipparchus.exception.Localizable;

/** Hipparchus was given nothing. */
public class NullArgumentException extends NullPointerException {

    private static final long serialVersionUID = 1;

    public NullArgumentException() {
        super("null is not allowed");
    }

    public NullArgumentException(Localizable specifier, Object... parts) {
        super(Message.of(specifier, parts));
    }
}
