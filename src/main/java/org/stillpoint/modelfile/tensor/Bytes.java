package org.stillpoint.modelfile.tensor;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Bytes that may be read from any place, such as those of a file. May be used by several threads. */
public interface Bytes extends Closeable {

    /** What errors call it by: a path, or an entry of an archive. */
    String name();

    /** How many there are. */
    long size();

    /**
     * Fills what remains of a buffer.
     *
     * @param from the place of the first byte, from 0
     * @throws EOFException if there are fewer bytes from there
     */
    void read(long from, ByteBuffer into) throws IOException;

    /** So many bytes from there as a buffer to read from. */
    default ByteBuffer read(long from, int count, ByteOrder order) throws IOException {
        requireRange(from, count);
        ByteBuffer buffer = ByteBuffer.allocate(count).order(order);
        read(from, buffer);
        return buffer.flip();
    }

    /** @throws EOFException if these bytes are not all there */
    default void requireRange(long from, long count) throws EOFException {
        if (from < 0 || count < 0 || from > size() || count > size() - from) {
            throw new EOFException(name() + ": " + count + " bytes from byte " + from
                    + ", expected within its " + size() + " bytes");
        }
    }

    /** A part of these bytes, which are to be closed by themselves. */
    default Bytes part(String name, long from, long count) throws IOException {
        requireRange(from, count);
        Bytes whole = this;
        return new Bytes() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public long size() {
                return count;
            }

            @Override
            public void read(long start, ByteBuffer into) throws IOException {
                requireRange(start, into.remaining());
                whole.read(from + start, into);
            }
        };
    }

    /** Bytes in memory. */
    static Bytes of(String name, byte[] content) {
        return new Bytes() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public long size() {
                return content.length;
            }

            @Override
            public void read(long from, ByteBuffer into) throws IOException {
                requireRange(from, into.remaining());
                into.put(content, (int) from, into.remaining());
            }
        };
    }

    @Override
    default void close() throws IOException {
    }
}
