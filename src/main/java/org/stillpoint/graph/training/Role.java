package org.stillpoint.graph.training;

/** What a slot of a training program is there for. */
public enum Role {

    /** State that the optimiser moves. */
    PARAMETER,

    /** State that is the same in every step: a frozen parameter, a constant. */
    FROZEN,

    /** State of the optimiser, such as a velocity. */
    MEMORY,

    /** What a feed provides in each step: data, targets, rates. */
    FED,

    /** Computed on the way from inputs and parameters to the loss. */
    FORWARD,

    /** An error, a part of one, or a slope that one needs. */
    BACKWARD,

    /** Computed on the way from errors to the next state. */
    UPDATE;

    /** Whether slots of this role hold state. */
    public boolean isState() {
        return this == PARAMETER || this == FROZEN || this == MEMORY;
    }

    /** Whether slots of this role are given to a step, not computed in it. */
    public boolean isGiven() {
        return isState() || this == FED;
    }
}
