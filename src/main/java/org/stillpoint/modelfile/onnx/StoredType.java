package org.stillpoint.modelfile.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Arrays;
import java.util.Optional;
import org.stillpoint.modelfile.tensor.ElementType;

/** The types of entries as the format numbers them. */
final class StoredType {

    private StoredType() {
    }

    /** Of a number of the format; empty if entries of this type are not read. */
    static Optional<ElementType> of(int number) {
        return Arrays.stream(ElementType.values()).filter(type -> number(type) == number).findFirst();
    }

    /** The number of a type. */
    static int number(ElementType type) {
        return switch (type) {
            case FLOAT16 -> DataType.FLOAT16_VALUE;
            case BFLOAT16 -> DataType.BFLOAT16_VALUE;
            case FLOAT32 -> DataType.FLOAT_VALUE;
            case FLOAT64 -> DataType.DOUBLE_VALUE;
            case INT8 -> DataType.INT8_VALUE;
            case UINT8 -> DataType.UINT8_VALUE;
            case INT16 -> DataType.INT16_VALUE;
            case UINT16 -> DataType.UINT16_VALUE;
            case INT32 -> DataType.INT32_VALUE;
            case UINT32 -> DataType.UINT32_VALUE;
            case INT64 -> DataType.INT64_VALUE;
            case UINT64 -> DataType.UINT64_VALUE;
            case BOOL -> DataType.BOOL_VALUE;
        };
    }

    /** What the format calls the type of a number. */
    static String name(int number) {
        DataType type = DataType.forNumber(number);
        return type == null ? String.valueOf(number) : type.name();
    }

    /** The least integer that stands for an entry of the type. */
    static long least(ElementType type) {
        return switch (type) {
            case INT8 -> Byte.MIN_VALUE;
            case INT16 -> Short.MIN_VALUE;
            case INT32 -> Integer.MIN_VALUE;
            case INT64, UINT64 -> Long.MIN_VALUE;
            default -> 0;
        };
    }

    /** The largest one. */
    static long most(ElementType type) {
        return switch (type) {
            case BOOL -> 1;
            case INT8 -> Byte.MAX_VALUE;
            case UINT8 -> 0xFF;
            case INT16 -> Short.MAX_VALUE;
            case UINT16, FLOAT16, BFLOAT16 -> 0xFFFF;
            case INT32 -> Integer.MAX_VALUE;
            case UINT32 -> 0xFFFFFFFFL;
            default -> Long.MAX_VALUE;
        };
    }
}
