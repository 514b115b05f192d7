package org.stillpoint.modelfile.onnx.translation;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stillpoint.modelfile.reader.Quoted;
import org.stillpoint.modelfile.tensor.Code;

/** What nodes do, as people read it. */
final class Words {

    private Words() {
    }

    /** An operator with all its attributes; equal words mean the same. */
    static String described(Node node) {
        Map<String, String> attributes = new TreeMap<>();
        for (AttributeProto attribute : node.proto().getAttributeList()) {
            attributes.putIfAbsent(attribute.getName(), content(node, attribute));
        }
        StringBuilder words = new StringBuilder(node.operator());
        attributes.forEach((name, content) -> words.append(", ").append(name).append(' ').append(content));
        return words.toString();
    }

    private static String content(Node node, AttributeProto attribute) {
        String name = attribute.getName();
        return switch (attribute.getType()) {
            case INT -> String.valueOf(attribute.getI());
            case INTS -> attribute.getIntsList().toString();
            case STRING -> Quoted.plain(attribute.getS().toStringUtf8());
            case FLOAT, FLOATS -> node.attributes().codes(name).stream().map(Words::number).toList().toString();
            default -> "of " + Quoted.of(node.name());
        };
    }

    private static String number(long code) {
        return Code.isFinite(code) ? Code.number(code).toString() : String.valueOf(code);
    }

    /** As {@code 2 x 3}; a long list is shortened. */
    static String written(List<?> numbers) {
        String written = numbers.stream().limit(8).map(String::valueOf).collect(Collectors.joining(" x "));
        return numbers.size() > 8 ? written + " x ..." : written;
    }
}
