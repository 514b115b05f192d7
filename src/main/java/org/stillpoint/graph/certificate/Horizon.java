package org.stillpoint.graph.certificate;

/** How far a finding reaches. */
public enum Horizon {

    /** Until the state changes for the first time. */
    FIRST_STEP,

    /** Through any number of steps. */
    FOR_EVER
}
