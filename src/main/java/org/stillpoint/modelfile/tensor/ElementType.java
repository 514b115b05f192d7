package org.stillpoint.modelfile.tensor;

import java.nio.ByteBuffer;

/** How the entries of a tensor are stored, each as a number that a binary64 holds exactly. */
public enum ElementType {

    FLOAT16("float16", 2),
    BFLOAT16("bfloat16", 2),
    FLOAT32("float32", 4),
    FLOAT64("float64", 8),
    INT8("int8", 1),
    UINT8("uint8", 1),
    INT16("int16", 2),
    UINT16("uint16", 2),
    INT32("int32", 4),
    UINT32("uint32", 4),
    INT64("int64", 8),
    UINT64("uint64", 8),
    BOOL("bool", 1);

    private final String id;
    private final int bytes;

    ElementType(String id, int bytes) {
        this.id = id;
        this.bytes = bytes;
    }

    /** The name that reports call it by. */
    public String id() {
        return id;
    }

    /** How many bytes an entry takes. */
    public int bytes() {
        return bytes;
    }

    /** Whether it is one of the floating-point types, as those of weights that are trained. */
    public boolean isFloating() {
        return this == FLOAT16 || this == BFLOAT16 || this == FLOAT32 || this == FLOAT64;
    }

    /**
     * The next entry of a buffer, in the buffer's byte order, as a code.
     *
     * @throws ArithmeticException if it is an integer of more than 53 bits
     */
    public long next(ByteBuffer buffer) {
        return switch (this) {
            case FLOAT16 -> Code.ofBinary16(buffer.getShort() & 0xFFFFL);
            case BFLOAT16 -> Code.ofBfloat16(buffer.getShort() & 0xFFFFL);
            case FLOAT32 -> Code.ofBinary32(buffer.getInt() & 0xFFFFFFFFL);
            case FLOAT64 -> Code.ofBinary64(buffer.getLong());
            default -> Code.exact(integer(buffer), 0);
        };
    }

    /**
     * The next entries of a buffer, in the buffer's byte order, as codes: the same as {@link #next} for each, and faster.
     *
     * @param at the place of the first code in the array
     * @throws ArithmeticException if one is an integer of more than 53 bits
     */
    public void decode(ByteBuffer buffer, long[] codes, int at, int count) {
        int start = buffer.position();
        switch (this) {
            case FLOAT32 -> {
                for (int i = 0; i < count; i++) {
                    codes[at + i] = Code.ofBinary32(buffer.getInt(start + 4 * i) & 0xFFFFFFFFL);
                }
                buffer.position(start + 4 * count);
            }
            case FLOAT64 -> {
                for (int i = 0; i < count; i++) {
                    codes[at + i] = Code.ofBinary64(buffer.getLong(start + 8 * i));
                }
                buffer.position(start + 8 * count);
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    codes[at + i] = next(buffer);
                }
            }
        }
    }

    /**
     * The next entry of a buffer, which is an integer.
     *
     * @throws ArithmeticException if it is above the largest long, or the type is not one of integers
     */
    public long integer(ByteBuffer buffer) {
        return switch (this) {
            case INT8 -> buffer.get();
            case UINT8 -> buffer.get() & 0xFFL;
            case BOOL -> buffer.get() == 0 ? 0 : 1;
            case INT16 -> buffer.getShort();
            case UINT16 -> buffer.getShort() & 0xFFFFL;
            case INT32 -> buffer.getInt();
            case UINT32 -> buffer.getInt() & 0xFFFFFFFFL;
            case INT64 -> buffer.getLong();
            case UINT64 -> notNegative(buffer.getLong());
            default -> throw new ArithmeticException(id + " is no type of integers");
        };
    }

    private static long notNegative(long bits) {
        if (bits < 0) {
            throw new ArithmeticException(Long.toUnsignedString(bits) + " is above the largest long");
        }
        return bits;
    }
}
