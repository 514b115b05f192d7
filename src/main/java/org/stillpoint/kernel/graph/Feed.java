package org.stillpoint.kernel.graph;

/**
 * What a program is given in each step besides its state: samples, labels, rates, noise. Any function of the step and the slot;
 * no call changes anything.
 */
public /*@ nullable_by_default @*/ interface Feed {

    /** What a slot is given in a step. */
    /*@ public normal_behavior
      @ ensures \result != null && \dl_content(\result) == \dl_fed(this, step, slot);
      @ assignable \strictly_nothing;
      @*/
    /*@ helper @*/ Object at(int step, int slot);
}
