package org.stillpoint.modelfile.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.stillpoint.format.FormatException;
import org.stillpoint.modelfile.tensor.Bytes;

/** Reads the wire format of protocol buffers from one end to the other, of files of any size. */
final class WireCursor {

    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int DELIMITED = 2;
    static final int FIXED32 = 5;

    private static final int WINDOW = 1 << 16;
    private static final int MAX_VARINT_BITS = 63;

    private final Bytes bytes;
    private final byte[] window;
    private long start;
    private int at;
    private int filled;

    /** @param from the place of the first byte that is read */
    WireCursor(Bytes bytes, long from) {
        this.bytes = bytes;
        this.window = new byte[(int) Math.max(1, Math.min(WINDOW, bytes.size() - from))];
        this.start = from;
    }

    long position() {
        return start + at;
    }

    /**
     * Reads a byte.
     *
     * @param end of the message that it belongs to
     * @throws FormatException if it would be at the end or behind it
     */
    int next(long end) throws IOException {
        if (position() >= end) {
            throw wrong(position(), "ends within a field, expected more bytes");
        }
        if (at == filled) {
            fill();
        }
        return window[at++];
    }

    /** The next byte, which stays the next; -1 at the end. */
    int peek(long end) throws IOException {
        if (position() >= end) {
            return -1;
        }
        int value = next(end) & 0xFF;
        at--;
        return value;
    }

    /** Reads an integer of up to 64 bits. */
    long varint(long end) throws IOException {
        long value = 0;
        for (int shift = 0; shift <= MAX_VARINT_BITS; shift += 7) {
            int next = next(end);
            value |= (next & 0x7FL) << shift;
            // Readers of protocol buffers differ about such.
            if (shift == MAX_VARINT_BITS && next >= 0 && next != 1) {
                throw wrong(position(), "an integer of ten bytes that has not 64 bits, expected one that has");
            }
            if (next >= 0) {
                return value;
            }
        }
        throw wrong(position(), "an integer of more than ten bytes, expected at most ten");
    }

    /** Reads how many bytes a field has, which are all there. */
    long length(long end) throws IOException {
        long place = position();
        long length = varint(end);
        if (length < 0 || length > end - position()) {
            throw wrong(place, Long.toUnsignedString(length) + " bytes announced, expected at most the "
                    + (end - position()) + " that there are");
        }
        return length;
    }

    /** Passes over bytes that are there. */
    void skip(long count) {
        if (count <= filled - at) {
            at += (int) count;
        } else {
            start = position() + count;
            at = 0;
            filled = 0;
        }
    }

    /** Passes over bytes of a field, if they are there. */
    void skip(long count, long end) {
        if (count > end - position()) {
            throw wrong(position(), "ends within a field, expected more bytes");
        }
        skip(count);
    }

    private void fill() throws IOException {
        start += at;
        at = 0;
        filled = (int) Math.min(window.length, bytes.size() - start);
        bytes.read(start, ByteBuffer.wrap(window, 0, filled));
    }

    FormatException wrong(long place, String what) {
        return new FormatException(bytes.name() + ": byte " + place + ": " + what);
    }
}
