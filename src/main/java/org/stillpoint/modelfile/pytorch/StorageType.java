package org.stillpoint.modelfile.pytorch;

import java.util.Map;
import java.util.Optional;
import org.stillpoint.modelfile.tensor.ElementType;

/**
 * How PyTorch stores entries, by the class of a storage or by a type of its own.
 *
 * @param name as the file calls it
 * @param type empty if such entries are not read
 */
record StorageType(String name, Optional<ElementType> type) {

    /** Bytes, of which the tensor says what they are. */
    static final String UNTYPED = "torch.storage.UntypedStorage";

    private static final Map<String, ElementType> READ = Map.ofEntries(
            Map.entry("torch.HalfStorage", ElementType.FLOAT16), Map.entry("torch.BFloat16Storage", ElementType.BFLOAT16),
            Map.entry("torch.FloatStorage", ElementType.FLOAT32), Map.entry("torch.DoubleStorage", ElementType.FLOAT64),
            Map.entry("torch.CharStorage", ElementType.INT8), Map.entry("torch.ByteStorage", ElementType.UINT8),
            Map.entry("torch.ShortStorage", ElementType.INT16), Map.entry("torch.IntStorage", ElementType.INT32),
            Map.entry("torch.LongStorage", ElementType.INT64), Map.entry("torch.BoolStorage", ElementType.BOOL),
            Map.entry("torch.float16", ElementType.FLOAT16), Map.entry("torch.bfloat16", ElementType.BFLOAT16),
            Map.entry("torch.float32", ElementType.FLOAT32), Map.entry("torch.float64", ElementType.FLOAT64),
            Map.entry("torch.int8", ElementType.INT8), Map.entry("torch.uint8", ElementType.UINT8),
            Map.entry("torch.int16", ElementType.INT16), Map.entry("torch.uint16", ElementType.UINT16),
            Map.entry("torch.int32", ElementType.INT32), Map.entry("torch.uint32", ElementType.UINT32),
            Map.entry("torch.int64", ElementType.INT64), Map.entry("torch.uint64", ElementType.UINT64),
            Map.entry("torch.bool", ElementType.BOOL));
    /** Each with the bytes that an entry takes. */
    private static final Map<String, Integer> NOT_READ = Map.ofEntries(
            Map.entry("torch.ComplexFloatStorage", 8), Map.entry("torch.ComplexDoubleStorage", 16),
            Map.entry("torch.QInt8Storage", 1), Map.entry("torch.QUInt8Storage", 1), Map.entry("torch.QInt32Storage", 4),
            Map.entry("torch.complex32", 4), Map.entry("torch.complex64", 8), Map.entry("torch.complex128", 16),
            Map.entry("torch.float8_e4m3fn", 1), Map.entry("torch.float8_e5m2", 1), Map.entry("torch.float8_e4m3fnuz", 1),
            Map.entry("torch.float8_e5m2fnuz", 1), Map.entry("torch.float8_e8m0fnu", 1), Map.entry(UNTYPED, 1));

    /**
     * Of a name in a pickle.
     *
     * @return empty if it is none of a storage or of a type of entries
     */
    static Optional<StorageType> named(String name) {
        String known = name.equals("torch.UntypedStorage") ? UNTYPED : name;
        return READ.containsKey(known) || NOT_READ.containsKey(known)
                ? Optional.of(new StorageType(known, Optional.ofNullable(READ.get(known)))) : Optional.empty();
    }

    /** How many bytes an entry takes. */
    int bytes() {
        return type.map(ElementType::bytes).orElseGet(() -> NOT_READ.get(name));
    }
}
