package org.stillpoint.engine.fast;

/** A way to take the steps of a training. */
interface Steps {

    /** Takes the step of the samples from first, and before end. */
    void step(int first, int end);
}
