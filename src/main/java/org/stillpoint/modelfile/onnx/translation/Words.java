package org.stillpoint.modelfile.onnx.translation;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stillpoint.format.Quoted;
import org.stillpoint.modelfile.tensor.Code;

/** What nodes do, as people read it. */
final class Words {

    /** Of a longer list only says whose it is. */
    private static final int LONGEST = 64;

    private Words() {
    }

    /** An operator with all its attributes; equal words mean the same. */
    static String described(Node node, Scope scope) {
        Map<String, String> attributes = new TreeMap<>();
        for (AttributeProto attribute : node.proto().getAttributeList()) {
            attributes.putIfAbsent(attribute.getName(), content(node, attribute, scope));
        }
        StringBuilder words = new StringBuilder(node.operator());
        attributes.forEach((name, content) -> words.append(", ").append(name).append(' ').append(content));
        return words.toString();
    }

    private static String content(Node node, AttributeProto attribute, Scope scope) {
        String name = attribute.getName();
        if (attribute.getIntsCount() > LONGEST || attribute.getFloatsCount() > LONGEST) {
            return "of " + scope.named(node.name());
        }
        return switch (attribute.getType()) {
            case INT -> String.valueOf(attribute.getI());
            case INTS -> attribute.getIntsList().toString();
            case STRING -> attribute.getS().size() > LONGEST ? "of " + scope.named(node.name())
                    : Quoted.plain(attribute.getS().toStringUtf8());
            case FLOAT, FLOATS -> node.attributes().codes(name).stream().map(Words::number).toList().toString();
            default -> "of " + scope.named(node.name());
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
