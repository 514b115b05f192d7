package org.stillpoint.modelfile.onnx.translation;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stillpoint.modelfile.tensor.Code;

/** Names from a file as messages have them: on one line and not too long. */
final class Words {

    private static final int LONGEST = 100;

    private Words() {
    }

    static String quoted(String name) {
        StringBuilder shown = new StringBuilder("\"");
        name.codePoints().limit(LONGEST).forEach(sign -> shown.appendCodePoint(isShown(sign) ? sign : '?'));
        return shown.append(name.codePointCount(0, name.length()) > LONGEST ? "...\"" : "\"").toString();
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
            case STRING -> attribute.getS().toStringUtf8();
            case FLOAT, FLOATS -> node.attributes().codes(name).stream().map(Words::number).toList().toString();
            default -> "of " + quoted(node.name());
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

    private static boolean isShown(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
