package org.stillpoint.modelfile.tensor;

import java.util.Objects;

/** Entries that are in memory, as codes. The array is not copied, and not to be changed. */
public record CodeArray(long[] codes) implements Entries {

    @Override
    public void read(long from, long[] into) {
        Objects.checkFromIndexSize(from, into.length, codes.length);
        System.arraycopy(codes, (int) from, into, 0, into.length);
    }
}
