package org.stillpoint.modelfile.onnx;

import java.io.IOException;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Entries;

/** The codes of entries that are stored as integers: values, or the bits of a float of half the width. */
record CodedEntries(Entries stored, ElementType type) implements Entries {

    @Override
    public void read(long from, long[] codes) throws IOException {
        stored.read(from, codes);
        for (int i = 0; i < codes.length; i++) {
            codes[i] = code(codes[i]);
        }
    }

    private long code(long stored) {
        return switch (type) {
            case FLOAT16 -> Code.ofBinary16(stored);
            case BFLOAT16 -> Code.ofBfloat16(stored);
            case UINT64 -> Code.exact(notNegative(stored), 0);
            default -> Code.exact(stored, 0);
        };
    }

    private static long notNegative(long bits) {
        if (bits < 0) {
            throw new ArithmeticException(Long.toUnsignedString(bits) + " is above the largest long");
        }
        return bits;
    }
}
