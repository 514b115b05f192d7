package org.stillpoint.kernel.graph;

/** What is given to a program in each step besides its state: samples, labels, rates, noise. No call changes anything. */
public /*@ nullable_by_default @*/ interface Feed {

    /*@ public normal_behavior
      @ ensures \result != null && \dl_content(\result) == \dl_fed(this, step, slot);
      @ assignable \strictly_nothing;
      @*/
    /*@ helper @*/ Object at(int step, int slot);
}
