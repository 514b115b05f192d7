package org.stillpoint.lint.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** One of the blocks of a cut tensor. */
final class StoredBlock implements Block {

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
    public boolean isFinite() {
        return Code.isFinite(tensor.sums().largest()[number]);
    }

    @Override
    public Tensor toTensor() throws IOException {
        Places places = tensor.cut().places(shape);
        Windows windows = new Windows(tensor.weights());
        BigFraction[] entries = new BigFraction[shape.entries()];
        for (int i = 0; i < entries.length; i++) {
            long place = places.place(number, Arrays.stream(shape.index(i)).asLongStream().toArray());
            entries[i] = Code.number(windows.at(place)[Windows.offset(place)]);
        }
        return Tensor.of(shape, entries);
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
