package org.stillpoint.lint.evaluation;

/** Which numbers are drawn in place of what is not understood. */
public enum Drawing {

    /** The same for the same inputs, and others for others, however little they differ. */
    BY_INPUTS,

    /** Always the same, as if they were fed. */
    FIXED
}
