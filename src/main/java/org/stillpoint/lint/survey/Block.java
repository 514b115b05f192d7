package org.stillpoint.lint.survey;

import java.io.IOException;
import org.stillpoint.tensor.Content;
import org.stillpoint.tensor.Tensor;

/**
 * A part of a tensor that stays in its file. Two are equal, of one tensor or of two, if they have the same shape and at each
 * place the same entry: where an entry is infinite the same infinity, and where one is no number the other is none. Whether
 * blocks of two tensors are equal is read from their files when it is asked; then an {@link java.io.UncheckedIOException} says
 * that a file cannot be read.
 */
public interface Block extends Content {

    /** Whether all entries are numbers, none infinite; if not, nothing that is proved of numbers holds of it. */
    boolean isFinite();

    /**
     * Its entries, as exact numbers in memory: for small blocks.
     *
     * @throws IOException if they cannot be read
     * @throws ArithmeticException if one is not finite
     */
    Tensor toTensor() throws IOException;
}
