package org.stillpoint.graph.operation;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** Tensors as rows, the entries along the last axis. */
final class Rows {

    private Rows() {
    }

    /** How long a row is. */
    static int length(Operation operation, Shape shape) {
        if (shape.axes() == 0) {
            throw new DomainException(operation + " of a number, expected a tensor with rows");
        }
        return shape.size(shape.axes() - 1);
    }

    /** For each entry the sum of its row. */
    static Tensor sums(Tensor x, int length) {
        return Tensor.at(x.shape(), place -> sum(x, place - place % length, length));
    }

    private static BigFraction sum(Tensor x, int from, int length) {
        return x.entries().subList(from, from + length).stream().reduce(BigFraction.ZERO, BigFraction::add);
    }
}
