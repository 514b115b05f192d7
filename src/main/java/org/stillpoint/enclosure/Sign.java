package org.stillpoint.enclosure;

/** The sign of a real number, as far as it is known. */
public enum Sign {

    NEGATIVE,

    /** Exactly zero. */
    ZERO,

    POSITIVE,

    /** The enclosure holds zero and other numbers. */
    UNKNOWN
}
