package org.stillpoint.lint.fact;

/** What is known of units, or of the weights that come into them or leave them. "Now" is with the weights of the file. */
public enum Kind {

    /** These weights are zero, and no training ever moves them. */
    STAYS_ZERO,

    /** These weights are not all zero, and no training without weight decay ever changes them. */
    NEVER_CHANGES,

    /** These units are equal in all that comes in and all that leaves, and stay so in any training. */
    STAY_EQUAL,

    /** These units pass on the same now; it is not said that they go on to. */
    EQUAL_NOW,

    /** These units pass on a value that does not depend on what is fed, now. */
    CONSTANT_NOW,

    /** These units pass on zero, whatever is fed, and always will. */
    ALWAYS_ZERO,

    /** What these units pass on is multiplied by zero wherever it goes, now. */
    UNREAD_NOW,

    /** These weights are zero, and are expected to move: no certificate says otherwise. */
    ZERO_BUT_MOVES
}
