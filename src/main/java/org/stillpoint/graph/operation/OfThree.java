package org.stillpoint.graph.operation;

import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.tensor.Tensor;

/** An operation of three numbers or tensors. */
interface OfThree extends Operation {

    Tensor result(Tensor x, Tensor y, Tensor z);

    @Override
    default Object apply(Object x, Object y, Object z) {
        return result(Tensor.ofValue(x), Tensor.ofValue(y), Tensor.ofValue(z)).value();
    }

    /** Never, unless the operation says otherwise. */
    @Override
    default boolean keeps(boolean y, boolean z) {
        return false;
    }
}
