package org.stillpoint.modelfile.pytorch;

import java.io.ByteArrayInputStream;

/** The bytes of a pickle, which know how many are left. */
final class PickleBytes extends ByteArrayInputStream {

    PickleBytes(byte[] content) {
        super(content);
    }

    /** How many have been read. */
    int place() {
        return pos;
    }

    /** The next ones as a little-endian integer, which are not taken; -1 if they are not there, or it is too large. */
    long next(int bytes) {
        if (count - pos < bytes) {
            return -1;
        }
        long value = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            if (value >= 1L << Long.SIZE - 1 - Byte.SIZE) {
                return -1;
            }
            value = value << Byte.SIZE | buf[pos + i] & 0xFF;
        }
        return value;
    }
}
