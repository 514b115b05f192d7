package org.stillpoint.modelfile.onnx;

import java.io.IOException;
import java.util.List;
import org.stillpoint.modelfile.tensor.Entries;

/** Entries that come in several pieces. */
record JoinedEntries(List<Part> parts) implements Entries {

    /** @param from how many entries there are in the parts before it */
    record Part(long from, long count, Entries entries) {
    }

    @Override
    public void read(long from, long[] codes) throws IOException {
        for (Part part : parts) {
            long first = Math.max(from, part.from());
            long last = Math.min(from + codes.length, part.from() + part.count());
            if (first < last) {
                long[] some = new long[(int) (last - first)];
                part.entries().read(first - part.from(), some);
                System.arraycopy(some, 0, codes, (int) (first - from), some.length);
            }
        }
    }
}
