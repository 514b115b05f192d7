package org.stillpoint.graph.operation;

import org.stillpoint.domain.DomainException;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.tensor.Shape;

/** What operations ask of the shapes of their operands. */
final class Shapes {

    private Shapes() {
    }

    /** The shape that both have. */
    static Shape requireEqual(Operation operation, Shape x, Shape y) {
        if (!x.equals(y)) {
            throw new DomainException(operation + " of shapes " + x + " and " + y + ", expected equal shapes");
        }
        return x;
    }

    static void requireNumber(Operation operation, Shape number) {
        if (number.axes() != 0) {
            throw new DomainException(operation + " by a tensor of the shape " + number + ", expected a number");
        }
    }

    /** Checks that the shape has indices along an axis from one on, up to and without another. */
    static void requirePart(Operation operation, Shape shape, int axis, int from, int to) {
        if (from < 0 || from >= to || to > shape.size(axis)) {
            throw new DomainException(operation + " of the shape " + shape + ", expected a part of it that is not empty");
        }
    }
}
