package org.stillpoint.lint.simplification;

/** What becomes of a unit that could go, if a number that comes of it is none of the type in which it would be stored. */
public enum Rounding {

    /** It stays, so that the smaller network has the same function. */
    NEVER,

    /** It goes, and the nearest number is stored: the function is the same but for that rounding. */
    TO_NEAREST
}
