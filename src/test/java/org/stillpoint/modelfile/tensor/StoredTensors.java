package org.stillpoint.modelfile.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/** Random entries of every type, as bytes. */
public final class StoredTensors {

    private StoredTensors() {
    }

    /**
     * Any bits for types in floating point; integers of at most 53 bits, which all have codes.
     *
     * @param offset how many bytes come before the first entry
     */
    public static ByteBuffer random(ElementType type, int entries, int offset, ByteOrder order, Random random) {
        ByteBuffer buffer = ByteBuffer.allocate(offset + entries * type.bytes()).order(order).position(offset);
        for (int i = 0; i < entries; i++) {
            put(buffer, type, bits(type, random));
        }
        return buffer.flip();
    }

    /** Writes the lowest bits, as many as an entry has. */
    public static void put(ByteBuffer buffer, ElementType type, long bits) {
        switch (type.bytes()) {
            case 1 -> buffer.put((byte) bits);
            case 2 -> buffer.putShort((short) bits);
            case 4 -> buffer.putInt((int) bits);
            default -> buffer.putLong(bits);
        }
    }

    /** Any bits that are an entry of the type. */
    public static long bits(ElementType type, Random random) {
        return switch (type) {
            case INT64 -> random.nextLong() >> 11;
            case UINT64 -> random.nextLong() >>> 11;
            default -> random.nextLong();
        };
    }
}
