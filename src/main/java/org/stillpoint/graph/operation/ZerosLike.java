package org.stillpoint.graph.operation;

import org.stillpoint.tensor.Tensor;

/** Zeros in the shape of x: the error of what the loss does not hang on. */
record ZerosLike() implements OfOne {

    @Override
    public Tensor result(Tensor x) {
        return Tensor.zeros(x.shape());
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return true;
    }

    @Override
    public String toString() {
        return "zeros";
    }
}
