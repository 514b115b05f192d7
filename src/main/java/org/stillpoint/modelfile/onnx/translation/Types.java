package org.stillpoint.modelfile.onnx.translation;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;

/** Types of entries. */
final class Types {

    private Types() {
    }

    /** Whether it is one of floating-point numbers, by its number in the format. */
    static boolean isFloating(int type) {
        DataType known = DataType.forNumber(type);
        return known == DataType.FLOAT || known == DataType.DOUBLE || known == DataType.FLOAT16 || known == DataType.BFLOAT16;
    }
}
