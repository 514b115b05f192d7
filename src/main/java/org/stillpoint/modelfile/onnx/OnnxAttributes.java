package org.stillpoint.modelfile.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.modelfile.tensor.Code;

/** The attributes of a node, its numbers exactly. Of several with one name the first counts. */
public final class OnnxAttributes {

    private final Map<String, AttributeProto> attributes = new HashMap<>();

    private OnnxAttributes(List<AttributeProto> all) {
        all.forEach(attribute -> attributes.putIfAbsent(attribute.getName(), attribute));
    }

    public static OnnxAttributes of(NodeProto node) {
        return new OnnxAttributes(node.getAttributeList());
    }

    /** An attribute as it stands; empty if the node has none of that name. */
    public Optional<AttributeProto> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** The integer that is an attribute; empty if there is none, or it is something else. */
    public Optional<Long> integer(String name) {
        return attribute(name).filter(AttributeProto::hasI).map(AttributeProto::getI);
    }

    /** The list of integers that is an attribute; empty if there is none, or it has no entries. */
    public Optional<long[]> integers(String name) {
        return attribute(name).filter(attribute -> attribute.getIntsCount() > 0)
                .map(attribute -> attribute.getIntsList().stream().mapToLong(Long::longValue).toArray());
    }

    /** The text that is an attribute; empty if there is none, or it is something else. */
    public Optional<String> text(String name) {
        return attribute(name).filter(AttributeProto::hasS).map(attribute -> attribute.getS().toStringUtf8());
    }

    /** The floating-point number that is an attribute; empty if there is none, it is something else, or not finite. */
    public Optional<BigFraction> number(String name) {
        return attribute(name).filter(AttributeProto::hasF).map(attribute -> codes(attribute, AttributeProto.F_FIELD_NUMBER))
                .map(codes -> codes.get(codes.size() - 1)).filter(Code::isFinite).map(Code::number);
    }

    /** The floating-point numbers of an attribute as codes, see {@link Code}; none if there are none. */
    public List<Long> codes(String name) {
        return attribute(name).map(attribute -> codes(attribute, attribute.hasF() ? AttributeProto.F_FIELD_NUMBER
                : AttributeProto.FLOATS_FIELD_NUMBER)).orElse(List.of());
    }

    /** Of a field of binary32 numbers, by their bits: the generated classes give them in floating point only. */
    static List<Long> codes(AttributeProto attribute, int field) {
        AttributeProto numbers = attribute.toBuilder().clearT().clearG().clearTensors().clearGraphs().build();
        List<Long> codes = new ArrayList<>();
        try {
            CodedInputStream in = numbers.toByteString().newCodedInput();
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                if (tag == (field << 3 | WireFormat.WIRETYPE_FIXED32)) {
                    codes.add(Code.ofBinary32(in.readFixed32() & 0xFFFFFFFFL));
                } else {
                    in.skipField(tag);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory that were written here", e);
        }
        return codes;
    }
}
