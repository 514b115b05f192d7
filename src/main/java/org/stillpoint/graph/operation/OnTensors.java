package org.stillpoint.graph.operation;

import org.stillpoint.kernel.graph.Operation;

/** An operation on numbers and tensors, which keeps its first operand never, unless it says otherwise. */
interface OnTensors extends Operation {

    @Override
    default boolean keeps(boolean y, boolean z) {
        return false;
    }
}
