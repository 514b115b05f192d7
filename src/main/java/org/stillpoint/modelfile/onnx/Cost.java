package org.stillpoint.modelfile.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.Type;
import java.util.Set;

/**
 * How many bytes of memory a field of a model takes, about: two bytes in a file can be an object of a hundred and more, and what
 * is noted about it.
 */
final class Cost {

    private static final int UNKNOWN = 256;
    private static final int LARGE_MESSAGE = 320;
    private static final int MESSAGE = 128;
    private static final int NUMBERS_OF_TENSOR = 400;
    private static final int TEXT = 128;
    private static final int SINGLE = 16;
    /** Of a number in a list that grows. */
    private static final int LISTED = 32;
    private static final Set<Descriptor> LARGE = Set.of(NodeProto.getDescriptor(), AttributeProto.getDescriptor(),
            TensorProto.getDescriptor(), SparseTensorProto.getDescriptor(), GraphProto.getDescriptor());

    private Cost() {
    }

    /**
     * Of a field without its content.
     *
     * @param message that it is in
     * @param field null if nobody knows it
     */
    static long of(Descriptor message, FieldDescriptor field, int wireType) {
        if (field == null) {
            return UNKNOWN;
        }
        if (field.getType() == Type.MESSAGE) {
            return LARGE.contains(field.getMessageType()) ? LARGE_MESSAGE : MESSAGE;
        }
        if (message == TensorProto.getDescriptor() && DataField.isOne(field.getNumber())) {
            return NUMBERS_OF_TENSOR;
        }
        return wireType == WireCursor.DELIMITED ? TEXT : field.isRepeated() ? LISTED : SINGLE;
    }

    /** Of a text, or of a list of numbers, of which each may be one byte here. */
    static long ofContent(FieldDescriptor field, long length) {
        if (field == null || !field.isPackable()) {
            return length;
        }
        boolean isWide = field.getLiteType().getWireType() == WireCursor.FIXED32;
        return isWide ? length / Integer.BYTES * LISTED : length * LISTED;
    }
}
