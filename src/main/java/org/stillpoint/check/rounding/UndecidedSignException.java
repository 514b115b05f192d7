package org.stillpoint.check.rounding;

/** A sign that the bound on rounding errors leaves open, so that right programs may differ. */
public final class UndecidedSignException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UndecidedSignException() {
        super("a sign that rounding errors may change", null, false, false);
    }
}
