package org.stillpoint.lab.substitute;

import org.hipparchus.exception.Localizable;

/** Hipparchus cannot calculate something. */
public class MathRuntimeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public MathRuntimeException(Localizable specifier, Object... parts) {
        super(Message.of(specifier, parts));
    }

    public MathRuntimeException(Throwable cause, Localizable specifier, Object... parts) {
        super(Message.of(specifier, parts), cause);
    }
}
