package org.stillpoint.modelfile.onnx.translation;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import org.stillpoint.modelfile.tensor.Weights;

/** Types of entries. */
final class Types {

    private Types() {
    }

    /** Whether all numbers of a tensor are numbers of a type too, which is given by its number in the format. */
    static boolean holds(int type, Weights weights) {
        DataType wide = DataType.forNumber(type);
        return switch (weights.type()) {
            case "float16", "bfloat16" -> wide == DataType.FLOAT || wide == DataType.DOUBLE;
            case "float32" -> wide == DataType.FLOAT || wide == DataType.DOUBLE;
            case "float64" -> wide == DataType.DOUBLE;
            default -> false;
        };
    }

    /** Whether it is one of floating-point numbers, by its number in the format. */
    static boolean isFloating(int type) {
        DataType known = DataType.forNumber(type);
        return known == DataType.FLOAT || known == DataType.DOUBLE || known == DataType.FLOAT16 || known == DataType.BFLOAT16;
    }
}
