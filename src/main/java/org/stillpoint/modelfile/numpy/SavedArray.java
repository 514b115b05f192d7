package org.stillpoint.modelfile.numpy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stillpoint.format.FormatException;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.Entries;
import org.stillpoint.modelfile.tensor.StoredEntries;
import org.stillpoint.modelfile.tensor.StridedEntries;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * An npy file: its head, and where the entries begin.
 *
 * @param description of how entries are stored: a string, or a list of fields
 * @param columnMajor whether the first index runs fastest
 */
record SavedArray(Bytes bytes, Object description, boolean columnMajor, Dimensions dimensions, long from) {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int VERSION_BYTES = 2;
    private static final int MAX_HEAD = 1 << 16;
    private static final Set<String> KEYS = Set.of("descr", "fortran_order", "shape");

    static boolean isAtTheBeginningOf(byte[] head) {
        return head.length >= MAGIC.length && ByteBuffer.wrap(head, 0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
    }

    /** @throws FormatException if the head is not well-formed */
    static SavedArray read(Bytes bytes) throws IOException {
        int beginning = MAGIC.length + VERSION_BYTES;
        int count = (int) Math.min(beginning + Integer.BYTES, bytes.size());
        ByteBuffer buffer = bytes.read(0, count, ByteOrder.LITTLE_ENDIAN);
        require(bytes, isAtTheBeginningOf(buffer.array()) && count >= beginning + Short.BYTES, "no npy file, expected its magic");
        int version = buffer.get(MAGIC.length);
        require(bytes, version >= 1 && version <= 3 && buffer.get(MAGIC.length + 1) == 0,
                "version " + version + "." + buffer.get(MAGIC.length + 1) + ", expected 1.0, 2.0 or 3.0");
        int lengthBytes = version == 1 ? Short.BYTES : Integer.BYTES;
        require(bytes, count >= beginning + lengthBytes, "ends before the head, expected its length");
        long length = version == 1 ? buffer.getShort(beginning) & 0xFFFF : buffer.getInt(beginning) & 0xFFFFFFFFL;
        long from = beginning + lengthBytes;
        require(bytes, length <= bytes.size() - from && length <= MAX_HEAD,
                "a head of " + length + " bytes, expected at most " + Math.min(MAX_HEAD, bytes.size() - from));
        Charset charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        String head = new String(bytes.read(from, (int) length, ByteOrder.LITTLE_ENDIAN).array(), charset);
        try {
            return of(bytes, PythonLiteral.read(head), from + length);
        } catch (FormatException e) {
            throw new FormatException(bytes.name() + ": " + e.getMessage());
        }
    }

    /** Messages are without the name of the file. */
    private static SavedArray of(Bytes bytes, Object head, long from) {
        if (!(head instanceof Map<?, ?> fields) || !fields.keySet().equals(KEYS)
                || !(fields.get("fortran_order") instanceof Boolean columnMajor)
                || !(fields.get("shape") instanceof List<?> shape)) {
            throw new FormatException("another head, expected a dictionary with descr, fortran_order (True or False) and shape (a"
                    + " tuple of integers)");
        }
        List<Long> sizes = new ArrayList<>();
        for (Object size : shape) {
            if (!(size instanceof Long integer)) {
                throw new FormatException("a shape of something else, expected a tuple of integers");
            }
            sizes.add(integer);
        }
        return new SavedArray(bytes, fields.get("descr"), columnMajor, new Dimensions(sizes), from);
    }

    /**
     * The array as a tensor of this name.
     *
     * @throws FormatException if its entries do not take all bytes behind the head
     */
    Weights weights(String name, Stored stored) throws IOException {
        long count = bytes.size() - from;
        int width = stored.type().bytes();
        require(bytes, count % width == 0 && dimensions.entries() == count / width,
                count + " bytes behind the head, expected " + dimensions + " of " + width + " each");
        Entries entries = columnMajor && dimensions.axes() > 1
                ? StridedEntries.columnMajor(bytes.part(bytes.name(), from, count), stored.type(), stored.order(), dimensions)
                : new StoredEntries(bytes, from, stored.type(), stored.order());
        return Weights.of(name, stored.type(), dimensions, entries);
    }

    private static void require(Bytes bytes, boolean holds, String what) {
        if (!holds) {
            throw new FormatException(bytes.name() + ": " + what);
        }
    }
}
