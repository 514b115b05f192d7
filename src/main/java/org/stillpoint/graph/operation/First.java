package org.stillpoint.graph.operation;

import org.stillpoint.tensor.Tensor;

/** {@code x}: the error of a sum goes to its operands as it is. */
record First() implements OfOne {

    @Override
    public Tensor result(Tensor x) {
        return x;
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    @Override
    public boolean keeps(boolean y, boolean z) {
        return true;
    }

    @Override
    public String toString() {
        return "first";
    }
}
