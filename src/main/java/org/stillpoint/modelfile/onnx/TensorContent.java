package org.stillpoint.modelfile.onnx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Entries;
import org.stillpoint.modelfile.tensor.Rounded;

/** A field with numbers of a tensor, as it is written. */
sealed interface TensorContent {

    int CHUNK = 1 << 14;

    /** Its number among those of a TensorProto. */
    int field();

    /** Whether each number brings its own tag, so that none is written before them. */
    boolean isTagged();

    /** How many bytes {@link #write} writes. */
    long length();

    void write(OutputStream out) throws IOException;

    /** Numbers that were there before. */
    record Kept(DataPiece piece) implements TensorContent {

        @Override
        public int field() {
            return piece.field();
        }

        @Override
        public boolean isTagged() {
            return piece.repeated();
        }

        @Override
        public long length() {
            return piece.length();
        }

        @Override
        public void write(OutputStream out) throws IOException {
            for (long done = 0; done < length(); done += CHUNK) {
                int count = (int) Math.min(CHUNK, length() - done);
                out.write(piece.bytes().read(piece.from() + done, count, ByteOrder.LITTLE_ENDIAN).array());
            }
        }
    }

    /** New numbers, given as codes. */
    record Coded(ElementType type, long count, Entries codes) implements TensorContent {

        @Override
        public int field() {
            return DataField.RAW.number();
        }

        @Override
        public boolean isTagged() {
            return false;
        }

        @Override
        public long length() {
            return Math.multiplyExact(count, type.bytes());
        }

        @Override
        public void write(OutputStream out) throws IOException {
            store(out);
        }

        /** Whether the type has each of the numbers. */
        boolean isExact() throws IOException {
            return store(OutputStream.nullOutputStream());
        }

        private boolean store(OutputStream out) throws IOException {
            boolean isExact = true;
            for (long done = 0; done < count; done += CHUNK) {
                long[] some = new long[(int) Math.min(CHUNK, count - done)];
                codes.read(done, some);
                ByteBuffer raw = ByteBuffer.allocate(some.length * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
                for (long code : some) {
                    Rounded rounded = Rounded.ofCode(code, type);
                    rounded.put(type, raw);
                    isExact &= rounded.isExact();
                }
                out.write(raw.array());
            }
            return isExact;
        }
    }
}
