package org.stillpoint.modelfile.numpy;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.format.Quoted;
import org.stillpoint.modelfile.tensor.ElementType;

/** How entries are stored, by what NumPy calls it. */
record Stored(ElementType type, ByteOrder order) {

    private static final Map<String, ElementType> TYPES = Map.ofEntries(
            Map.entry("f2", ElementType.FLOAT16), Map.entry("f4", ElementType.FLOAT32), Map.entry("f8", ElementType.FLOAT64),
            Map.entry("i1", ElementType.INT8), Map.entry("u1", ElementType.UINT8),
            Map.entry("i2", ElementType.INT16), Map.entry("u2", ElementType.UINT16),
            Map.entry("i4", ElementType.INT32), Map.entry("u4", ElementType.UINT32),
            Map.entry("i8", ElementType.INT64), Map.entry("u8", ElementType.UINT64), Map.entry("b1", ElementType.BOOL));

    /**
     * Of what the head says.
     *
     * @param description as {@code <f4}: the byte order, the kind, and how many bytes
     * @return empty if such entries are not read
     */
    static Optional<Stored> of(Object description) {
        if (!(description instanceof String text) || text.length() != 3) {
            return Optional.empty();
        }
        ElementType type = TYPES.get(text.substring(1));
        if (type == null) {
            return Optional.empty();
        }
        return switch (text.charAt(0)) {
            case '<' -> Optional.of(new Stored(type, ByteOrder.LITTLE_ENDIAN));
            case '>' -> Optional.of(new Stored(type, ByteOrder.BIG_ENDIAN));
            case '|' -> type.bytes() == 1 ? Optional.of(new Stored(type, ByteOrder.LITTLE_ENDIAN)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** What such entries are, where they are not read, for people. */
    static String name(Object description) {
        if (description instanceof List<?>) {
            return "records of several fields";
        }
        String text = String.valueOf(description);
        return text.length() > 1 && text.charAt(1) == 'O' ? "pickled Python objects, which are never made"
                : "the type " + Quoted.of(text);
    }
}
