package org.stillpoint.modelfile.onnx;

import java.util.stream.Collectors;

/** Names from a file as messages show them: on one line, and not longer than that. */
final class Shown {

    private static final int LONGEST = 120;

    private Shown() {
    }

    static String name(String name) {
        return '"' + text(name) + '"';
    }

    static String text(String text) {
        String shown = text.codePoints().limit(LONGEST)
                .mapToObj(sign -> Character.isISOControl(sign) || Character.getType(sign) == Character.LINE_SEPARATOR
                        || Character.getType(sign) == Character.PARAGRAPH_SEPARATOR || Character.getType(sign) == Character.SURROGATE
                        ? String.format("\\u%04x", sign) : Character.toString(sign))
                .collect(Collectors.joining());
        return text.codePointCount(0, text.length()) > LONGEST ? shown + "..." : shown;
    }
}
