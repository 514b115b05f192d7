package org.stillpoint.kernel;

public final class State {

    public final Parameters parameters;
    public final Parameters velocity;

    public State(Parameters parameters, Parameters velocity) {
        this.parameters = parameters;
        this.velocity = velocity;
    }
}
