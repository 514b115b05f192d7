package org.stillpoint.modelfile.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.List;
import java.util.Optional;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Entries;
import org.stillpoint.modelfile.tensor.Weights;

/** Constants that stand in an attribute as a number, or as a list of them. */
final class AttributeConstant {

    private AttributeConstant() {
    }

    /** @param attribute value_int, value_ints, value_float or value_floats of a node Constant */
    static Constant of(String name, AttributeProto attribute) {
        boolean isList = attribute.getName().endsWith("s");
        if (attribute.getName().startsWith("value_int")) {
            List<Long> integers = isList ? attribute.getIntsList() : List.of(attribute.getI());
            Entries stored = held(integers);
            return new Constant.Known(Weights.of(name, ElementType.INT64, dimensions(isList, integers.size()),
                    new CodedEntries(stored, ElementType.INT64)), Optional.of(stored));
        }
        List<Long> codes = OnnxAttributes.codes(attribute,
                isList ? AttributeProto.FLOATS_FIELD_NUMBER : AttributeProto.F_FIELD_NUMBER);
        List<Long> one = isList ? codes : List.of(codes.isEmpty() ? 0L : codes.get(codes.size() - 1));
        return new Constant.Known(Weights.of(name, ElementType.FLOAT32, dimensions(isList, one.size()), held(one)),
                Optional.empty());
    }

    private static Dimensions dimensions(boolean isList, int count) {
        return isList ? Dimensions.of(count) : Dimensions.of();
    }

    private static Entries held(List<Long> all) {
        return (from, some) -> {
            for (int i = 0; i < some.length; i++) {
                some[i] = all.get((int) from + i);
            }
        };
    }
}
