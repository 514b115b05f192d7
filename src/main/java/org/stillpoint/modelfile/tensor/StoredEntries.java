package org.stillpoint.modelfile.tensor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Entries as they stand in bytes, one after the other.
 *
 * @param from the place of the first byte of the first entry
 */
public record StoredEntries(Bytes bytes, long from, ElementType type, ByteOrder order) implements Entries {

    /** So that the bytes stay in a processor's cache until they are codes. */
    private static final int CHUNK = 1 << 14;

    @Override
    public void read(long first, long[] codes) throws IOException {
        read(first, codes, 0, codes.length);
    }

    @Override
    public void read(long first, long[] codes, int at, int count) throws IOException {
        int width = type.bytes();
        ByteBuffer buffer = ByteBuffer.allocate(Math.min(CHUNK, count) * width).order(order);
        for (int done = 0; done < count; done += CHUNK) {
            int now = Math.min(CHUNK, count - done);
            buffer.clear().limit(now * width);
            bytes.read(from + (first + done) * width, buffer);
            type.decode(buffer.flip(), codes, at + done, now);
        }
    }
}
