package org.stillpoint.modelfile.tensor;

import java.io.IOException;

/** The entries of a tensor in row-major order, which may stay in their file until they are asked for. May be used by several threads. */
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
}
