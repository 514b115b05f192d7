package org.stillpoint.lint.evaluation;

/** How close numbers that were computed are to those of the model, the closest first. */
public enum Closeness {

    /** They are equal. */
    EXACT,

    /**
     * Somewhere before them, a root or a function whose values are no rationals was computed to many digits. The same numbers
     * gave the same numbers there, and zero gave zero where it is to.
     */
    NEAR,

    /** Somewhere before them is something that is not understood, for which numbers were drawn: the same for the same. */
    DRAWN;

    /** The one that is less close. */
    Closeness and(Closeness other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
