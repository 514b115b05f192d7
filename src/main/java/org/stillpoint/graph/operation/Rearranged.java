package org.stillpoint.graph.operation;

import java.util.List;
import org.stillpoint.kernel.graph.Operation;

/**
 * An operation that is given the operands in another order, or some of them twice.
 *
 * @param first which of the three its first operand is, from 0
 */
record Rearranged(Operation operation, int first, int second, int third) implements Operation {

    @Override
    public Object apply(Object x, Object y, Object z) {
        List<Object> operands = List.of(x, y, z);
        return operation.apply(operands.get(first), operands.get(second), operands.get(third));
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        List<Boolean> marks = List.of(x, y, z);
        return operation.vanishes(marks.get(first), marks.get(second), marks.get(third));
    }

    /** Nothing is said of the first operand, wherever it stands. */
    @Override
    public boolean keeps(boolean y, boolean z) {
        List<Boolean> marks = List.of(false, y, z);
        return first == 0 && operation.keeps(marks.get(second), marks.get(third));
    }

    @Override
    public String toString() {
        return operation + " of operands " + (first + 1) + ", " + (second + 1) + ", " + (third + 1);
    }
}
