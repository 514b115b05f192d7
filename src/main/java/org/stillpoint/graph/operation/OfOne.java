package org.stillpoint.graph.operation;

import org.stillpoint.tensor.Tensor;

/** An operation of one number or tensor. */
interface OfOne extends OnTensors {

    Tensor result(Tensor x);

    @Override
    default Object apply(Object x, Object y, Object z) {
        return result(Tensor.ofValue(x)).value();
    }
}
