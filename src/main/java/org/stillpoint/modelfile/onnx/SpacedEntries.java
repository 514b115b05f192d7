package org.stillpoint.modelfile.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Entries;

/** Entries of fixed width that have a byte between them, the tag of each. */
record SpacedEntries(DataPiece piece, ElementType type) implements Entries {

    private static final int CHUNK = 1 << 14;

    @Override
    public void read(long from, long[] codes) throws IOException {
        int step = 1 + type.bytes();
        for (int done = 0; done < codes.length; done += CHUNK) {
            int count = Math.min(CHUNK, codes.length - done);
            ByteBuffer buffer = piece.bytes().read(piece.from() + (from + done) * step, count * step, ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < count; i++) {
                buffer.get();
                codes[done + i] = type.next(buffer);
            }
        }
    }
}
