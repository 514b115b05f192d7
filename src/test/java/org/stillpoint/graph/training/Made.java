package org.stillpoint.graph.training;

import org.stillpoint.kernel.graph.Operation;

/** An operation that is a function and declares nothing of zeros. */
record Made(String name, Function function) implements Operation {

    interface Function {
        Object of(Object x, Object y, Object z);
    }

    @Override
    public Object apply(Object x, Object y, Object z) {
        return function.of(x, y, z);
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return false;
    }

    @Override
    public boolean keeps(boolean y, boolean z) {
        return false;
    }

    @Override
    public String toString() {
        return name;
    }
}
