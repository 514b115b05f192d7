package org.stillpoint.modelfile.tensor;

import java.io.IOException;

/**
 * The entries of a tensor in row-major order, which may stay in their file until they are asked for. May be used by several
 * threads.
 */
public interface Entries {

    /**
     * Reads entries as codes, see {@link Code}.
     *
     * @param from the first one, in row-major order, from 0
     * @param codes where they are put, as many as it has places
     * @throws IOException if the file cannot be read, or ends before
     * @throws ArithmeticException if an entry is a number that no binary64 holds exactly
     */
    void read(long from, long[] codes) throws IOException;

    /**
     * Reads entries into a part of an array.
     *
     * @param at the place in the array of the first one
     * @param count how many
     * @throws IOException if the file cannot be read, or ends before
     * @throws ArithmeticException if an entry is a number that no binary64 holds exactly
     */
    default void read(long from, long[] codes, int at, int count) throws IOException {
        if (at == 0 && count == codes.length) {
            read(from, codes);
        } else {
            long[] part = new long[count];
            read(from, part);
            System.arraycopy(part, 0, codes, at, count);
        }
    }
}
