package org.stillpoint.kernel;

import org.hipparchus.fraction.BigFraction;

/** What each step of a descent sees: a batch of samples with their targets, and a rate. There are as many steps as batches. */
public final /*@ nullable_by_default @*/ class Schedule {

    /** {@code samples[t][i][k]} is feature k of sample i of the batch of step t: steps x samples x features. */
    public final BigFraction[][][] samples;

    /** {@code targets[t][i][j]} is the target of output j for sample i of the batch of step t: steps x samples x outputs. */
    public final BigFraction[][][] targets;

    /** {@code rates[t]} is the learning rate of step t. */
    public final BigFraction[] rates;

    /*@ public normal_behavior
      @ ensures this.samples == samples && this.targets == targets && this.rates == rates;
      @ assignable \nothing;
      @*/
    public /*@ helper @*/ Schedule(BigFraction[][][] samples, BigFraction[][][] targets, BigFraction[] rates) {
        this.samples = samples;
        this.targets = targets;
        this.rates = rates;
    }

    /*@ public normal_behavior
      @ ensures \fresh(\result) && \result != null;
      @ ensures \result.samples == samples && \result.targets == targets && \result.rates == rates;
      @ assignable \nothing;
      @*/
    public static /*@ helper @*/ Schedule of(BigFraction[][][] samples, BigFraction[][][] targets, BigFraction[] rates) {
        return new Schedule(samples, targets, rates);
    }
}
