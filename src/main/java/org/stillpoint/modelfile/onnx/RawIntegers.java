package org.stillpoint.modelfile.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Entries;

/** Integers of fixed width as they are, not as codes. */
record RawIntegers(Bytes bytes, long start, ElementType type) implements Entries {

    private static final int CHUNK = 1 << 14;

    @Override
    public void read(long from, long[] integers) throws IOException {
        int width = type.bytes();
        for (int done = 0; done < integers.length; done += CHUNK) {
            int count = Math.min(CHUNK, integers.length - done);
            ByteBuffer buffer = bytes.read(start + (from + done) * width, count * width, ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < count; i++) {
                integers[done + i] = type.integer(buffer);
            }
        }
    }
}
