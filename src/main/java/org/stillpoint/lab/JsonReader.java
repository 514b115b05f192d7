package org.stillpoint.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;

/** Reads JSON text without a library, which would not compile for the browser. */
final class JsonReader {

    private static final Set<String> WORDS = Set.of("true", "false", "null");
    private static final int MAX_NESTING = 20;
    private static final int UNICODE = 4;
    private static final String ESCAPED = "\"\\/bfnrt";
    private static final String MEANT = "\"\\/\b\f\n\r\t";

    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    /** @throws DomainException if the text is not one JSON value, a key appears twice, or values are nested too deep */
    static JsonValue read(String text) {
        JsonReader reader = new JsonReader(text);
        JsonValue value = reader.value(0);
        reader.peek();
        if (reader.at < text.length()) {
            throw reader.error("the end");
        }
        return value;
    }

    private JsonValue value(int depth) {
        if (depth > MAX_NESTING) {
            throw error("at most " + MAX_NESTING + " brackets within each other");
        }
        return switch (peek()) {
            case '{' -> members(depth);
            case '[' -> elements(depth);
            case '"' -> new JsonValue.Word(string(), true);
            default -> literal();
        };
    }

    private JsonValue members(int depth) {
        Map<String, JsonValue> values = new LinkedHashMap<>();
        for (boolean more = opened('}'); more; more = continued('}')) {
            if (peek() != '"') {
                throw error("a key in quotes");
            }
            String key = string();
            require(':');
            if (values.put(key, value(depth + 1)) != null) {
                throw error("each key once, not " + key + " again");
            }
        }
        return new JsonValue.Members(values);
    }

    private JsonValue elements(int depth) {
        List<JsonValue> values = new ArrayList<>();
        for (boolean more = opened(']'); more; more = continued(']')) {
            values.add(value(depth + 1));
        }
        return new JsonValue.Elements(values);
    }

    /** Goes past a bracket that opens, and past the one that closes if nothing is between them; whether something is. */
    private boolean opened(char close) {
        at++;
        boolean isEmpty = peek() == close;
        at += isEmpty ? 1 : 0;
        return !isEmpty;
    }

    /** Goes past a comma, or the bracket that closes; whether it was a comma. */
    private boolean continued(char close) {
        char next = peek();
        if (next != ',' && next != close) {
            throw error("a comma or " + close);
        }
        at++;
        return next == ',';
    }

    private String string() {
        StringBuilder read = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            if (text.charAt(at) < ' ') {
                throw error("no control character in a string");
            }
            read.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at));
        }
        require('"');
        return read.toString();
    }

    private char escaped() {
        at++;
        char letter = at < text.length() ? text.charAt(at) : 0;
        int known = ESCAPED.indexOf(letter);
        if (known >= 0) {
            return MEANT.charAt(known);
        }
        if (letter != 'u' || at + UNICODE >= text.length()) {
            throw error("an escape such as \\n or \\u00e9");
        }
        int code = 0;
        for (int i = 0; i < UNICODE; i++) {
            at++;
            int digit = Character.digit(text.charAt(at), 16);
            if (digit < 0) {
                throw error("four hexadecimal digits");
            }
            code = 16 * code + digit;
        }
        return (char) code;
    }

    private JsonValue literal() {
        int from = at;
        while (at < text.length() && ",:[]{}\" \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String read = text.substring(from, at);
        if (!WORDS.contains(read) && !ExactNumber.isDecimal(read)) {
            at = from;
            throw error("a value");
        }
        return new JsonValue.Word(read, false);
    }

    private void require(char expected) {
        if (peek() != expected) {
            throw error(String.valueOf(expected));
        }
        at++;
    }

    /** The next character that is no space, 0 at the end. */
    private char peek() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private DomainException error(String expected) {
        return new DomainException("broken JSON at character " + (at + 1) + ", expected " + expected);
    }
}
