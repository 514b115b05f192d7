package org.stillpoint.modelfile.onnx;

import com.google.protobuf.CodedInputStream;
import java.io.ByteArrayOutputStream;

/** Takes the wire format of protocol buffers. The length of a message is filled in when it is known. */
final class WireBuffer extends ByteArrayOutputStream {

    /** Lengths take as many bytes as the longest of them, which readers accept. */
    private static final int LENGTH_BYTES = 5;

    /** What has been written, without a copy of it. */
    CodedInputStream content() {
        return CodedInputStream.newInstance(buf, 0, count);
    }

    void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        write((int) rest);
    }

    void tag(int field, int wireType) {
        varint((long) field << 3 | wireType);
    }

    /** Leaves place for the length of what is written next; returns what {@link #end} wants. */
    int begin() {
        for (int i = 0; i < LENGTH_BYTES; i++) {
            write(0);
        }
        return count;
    }

    void end(int begin) {
        int length = count - begin;
        for (int i = 0; i < LENGTH_BYTES; i++) {
            int more = i < LENGTH_BYTES - 1 ? 0x80 : 0;
            buf[begin - LENGTH_BYTES + i] = (byte) (length >>> 7 * i & 0x7F | more);
        }
    }
}
