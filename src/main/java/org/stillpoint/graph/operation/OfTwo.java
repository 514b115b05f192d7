package org.stillpoint.graph.operation;

import org.stillpoint.tensor.Tensor;

/** An operation of two numbers or tensors. */
interface OfTwo extends OnTensors {

    Tensor result(Tensor x, Tensor y);

    @Override
    default Object apply(Object x, Object y, Object z) {
        return result(Tensor.ofValue(x), Tensor.ofValue(y)).value();
    }
}
