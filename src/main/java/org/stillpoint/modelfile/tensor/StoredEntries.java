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

    private static final int CHUNK = 1 << 16;

    @Override
    public void read(long first, long[] codes) throws IOException {
        int width = type.bytes();
        ByteBuffer buffer = ByteBuffer.allocate(Math.min(CHUNK, Math.max(codes.length, 1)) * width).order(order);
        for (int done = 0; done < codes.length; done += CHUNK) {
            int count = Math.min(CHUNK, codes.length - done);
            buffer.clear().limit(count * width);
            bytes.read(from + (first + done) * width, buffer);
            buffer.flip();
            for (int i = 0; i < count; i++) {
                codes[done + i] = type.next(buffer);
            }
        }
    }
}
