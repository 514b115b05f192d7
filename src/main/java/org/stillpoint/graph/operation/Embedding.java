package org.stillpoint.graph.operation;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/**
 * Rows of the table x, (number of rows x ...), that the indices y name, integers from 0 in a tensor of any shape or a number;
 * the result has the shape of y and behind it that of a row (Bengio, Ducharme, Vincent, Jauvin, "A Neural Probabilistic
 * Language Model", 2003).
 */
record Embedding() implements OfTwo, ShapeRule {

    @Override
    public Tensor result(Tensor x, Tensor y) {
        Shape shape = of(List.of(x.shape(), y.shape()));
        int length = x.shape().part(1, x.shape().axes()).entries();
        int[] rows = rows(x.shape(), y);
        return Tensor.at(shape, place -> x.entry(rows[place / length] * length + place % length));
    }

    @Override
    public Shape of(List<Shape> operands) {
        if (operands.get(0).axes() == 0) {
            throw new DomainException(this + " in a number, expected a table of rows");
        }
        return operands.get(1).followedBy(operands.get(0).part(1, operands.get(0).axes()));
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    /** The row that each index names. */
    static int[] rows(Shape table, Tensor indices) {
        return indices.entries().stream().mapToInt(index -> IntStream.range(0, table.size(0))
                .filter(row -> index.equals(new BigFraction(row))).findFirst()
                .orElseThrow(() -> new DomainException("an index of " + ExactNumber.write(index) + " into a table of "
                        + table.size(0) + " rows, expected an integer from 0 to " + (table.size(0) - 1)))).toArray();
    }

    @Override
    public String toString() {
        return "embedding";
    }
}
