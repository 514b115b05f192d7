package org.stillpoint.lint.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.stillpoint.tensor.Content;
import org.stillpoint.tensor.Shape;

/** One of the blocks of a cut tensor, which stays in its file; {@link Blocks} says which are equal. */
final class StoredBlock implements Content {

    private final CutTensor tensor;
    private final int number;
    private final Shape shape;

    StoredBlock(CutTensor tensor, int number, Shape shape) {
        this.tensor = tensor;
        this.number = number;
        this.shape = shape;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public boolean isZero() {
        return tensor.sums().isZero(number);
    }

    @Override
    public boolean equals(Object object) {
        if (!(object instanceof StoredBlock other) || !shape.equals(other.shape)) {
            return false;
        }
        if (isZero() || other.isZero()) {
            return isZero() && other.isZero();
        }
        if (tensor == other.tensor) {
            return tensor.representative(number) == tensor.representative(other.number);
        }
        try {
            return tensor.sums().agrees(number, other.tensor.sums(), other.number)
                    && tensor.isEqual(number, other.tensor, other.number, shape);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Long.hashCode(tensor.sums().first()[number]);
    }

    /** Which tensor it is of, and its shape. */
    @Override
    public String toString() {
        return tensor.weights().name() + " " + shape;
    }
}
