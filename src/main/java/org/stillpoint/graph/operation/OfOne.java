package org.stillpoint.graph.operation;

import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.tensor.Tensor;

/** An operation of one number or tensor. */
interface OfOne extends Operation {

    Tensor result(Tensor x);

    @Override
    default Object apply(Object x, Object y, Object z) {
        return result(Tensor.ofValue(x)).value();
    }

    /** Never, unless the operation says otherwise. */
    @Override
    default boolean keeps(boolean y, boolean z) {
        return false;
    }
}
