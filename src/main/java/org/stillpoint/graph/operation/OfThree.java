package org.stillpoint.graph.operation;

import org.stillpoint.tensor.Tensor;

/** An operation of three numbers or tensors. */
interface OfThree extends OnTensors {

    Tensor result(Tensor x, Tensor y, Tensor z);

    @Override
    default Object apply(Object x, Object y, Object z) {
        return result(Tensor.ofValue(x), Tensor.ofValue(y), Tensor.ofValue(z)).value();
    }
}
