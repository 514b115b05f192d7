package org.stillpoint.modelfile.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.Arrays;
import java.util.Set;
import org.stillpoint.modelfile.tensor.ElementType;

/** The fields of a TensorProto that have numbers. */
enum DataField {

    FLOAT(TensorProto.FLOAT_DATA_FIELD_NUMBER, "float_data", 4, Set.of(ElementType.FLOAT32)),
    INT32(TensorProto.INT32_DATA_FIELD_NUMBER, "int32_data", 0, Set.of(ElementType.INT32, ElementType.INT16, ElementType.INT8,
            ElementType.UINT16, ElementType.UINT8, ElementType.BOOL, ElementType.FLOAT16, ElementType.BFLOAT16)),
    INT64(TensorProto.INT64_DATA_FIELD_NUMBER, "int64_data", 0, Set.of(ElementType.INT64)),
    RAW(TensorProto.RAW_DATA_FIELD_NUMBER, "raw_data", 1, Set.of(ElementType.values())),
    DOUBLE(TensorProto.DOUBLE_DATA_FIELD_NUMBER, "double_data", 8, Set.of(ElementType.FLOAT64)),
    UINT64(TensorProto.UINT64_DATA_FIELD_NUMBER, "uint64_data", 0, Set.of(ElementType.UINT32, ElementType.UINT64));

    private final int number;
    private final String id;
    private final int width;
    private final Set<ElementType> types;

    DataField(int number, String id, int width, Set<ElementType> types) {
        this.number = number;
        this.id = id;
        this.width = width;
        this.types = types;
    }

    static boolean isOne(int number) {
        return Arrays.stream(values()).anyMatch(field -> field.number == number);
    }

    /** @throws java.util.NoSuchElementException if none has this number */
    static DataField of(int number) {
        return Arrays.stream(values()).filter(field -> field.number == number).findFirst().orElseThrow();
    }

    int number() {
        return number;
    }

    /** Its name in the format. */
    String id() {
        return id;
    }

    /** How many bytes a number takes; 0 if that varies. */
    int width() {
        return width;
    }

    /** Whether it may hold entries of this type. */
    boolean holds(ElementType type) {
        return types.contains(type);
    }

    /** The byte before each number if they are not packed. */
    int tag() {
        return number << 3 | switch (width) {
            case 0 -> WireCursor.VARINT;
            case 4 -> WireCursor.FIXED32;
            case 8 -> WireCursor.FIXED64;
            default -> WireCursor.DELIMITED;
        };
    }

    /** The integer that a varint stands for. */
    long value(long varint) {
        return this == INT32 ? (int) varint : varint;
    }
}
