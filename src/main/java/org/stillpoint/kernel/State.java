package org.stillpoint.kernel;

/** Where training stands: the parameters, and the velocity in the same shapes. */
public final /*@ nullable_by_default @*/ class State {

    public final Parameters parameters;
    public final Parameters velocity;

    /*@ public normal_behavior
      @ ensures this.parameters == parameters && this.velocity == velocity;
      @ assignable \nothing;
      @*/
    public /*@ helper @*/ State(Parameters parameters, Parameters velocity) {
        this.parameters = parameters;
        this.velocity = velocity;
    }

    /*@ public normal_behavior
      @ ensures \fresh(\result) && \result != null && \result.parameters == parameters && \result.velocity == velocity;
      @ assignable \nothing;
      @*/
    public static /*@ helper @*/ State of(Parameters parameters, Parameters velocity) {
        return new State(parameters, velocity);
    }
}
