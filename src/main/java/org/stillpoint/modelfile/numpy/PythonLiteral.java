package org.stillpoint.modelfile.numpy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stillpoint.format.FormatException;

/** Python's text for strings, integers, truth values, tuples, lists and dictionaries of them; nothing in it is evaluated. */
final class PythonLiteral {

    private static final int MAX_NESTING = 8;
    private static final int MAX_DIGITS = 19;

    private final String text;
    private int place;

    private PythonLiteral(String text) {
        this.text = text;
    }

    /**
     * The value as a string, long, boolean, list or map.
     *
     * @throws FormatException if it is none of these, or something follows but spaces; the message is without the name of the
     *     file
     */
    static Object read(String text) {
        PythonLiteral literal = new PythonLiteral(text);
        Object value = literal.value(0);
        literal.skipSpaces();
        if (literal.place < text.length()) {
            throw literal.error("the end");
        }
        return value;
    }

    private Object value(int nesting) {
        skipSpaces();
        char next = place < text.length() ? text.charAt(place) : '\n';
        if (nesting == MAX_NESTING) {
            throw error("less nesting");
        }
        if (next == '\'' || next == '"') {
            return string(next);
        }
        if (next >= '0' && next <= '9') {
            return integer();
        }
        return switch (next) {
            case '{' -> dictionary(nesting);
            case '(' -> sequence(nesting, ')');
            case '[' -> sequence(nesting, ']');
            case 'T' -> word("True", true);
            case 'F' -> word("False", false);
            default -> throw error("a string, an integer from 0, True, False, a tuple, a list or a dictionary");
        };
    }

    private Map<String, Object> dictionary(int nesting) {
        Map<String, Object> entries = new LinkedHashMap<>();
        place++;
        while (!isAt('}')) {
            if (!(value(nesting + 1) instanceof String key)) {
                throw error("a string as key");
            }
            expect(':');
            if (entries.put(key, value(nesting + 1)) != null) {
                throw error("each key once");
            }
            endOfItem('}');
        }
        place++;
        return entries;
    }

    private List<Object> sequence(int nesting, char end) {
        List<Object> items = new ArrayList<>();
        place++;
        while (!isAt(end)) {
            items.add(value(nesting + 1));
            endOfItem(end);
        }
        place++;
        return items;
    }

    private void endOfItem(char end) {
        if (!isAt(end)) {
            expect(',');
        }
    }

    private String string(char quote) {
        int end = text.indexOf(quote, place + 1);
        if (end < 0 || text.substring(place, end).indexOf('\\') >= 0) {
            throw error("a string without backslashes");
        }
        String string = text.substring(place + 1, end);
        place = end + 1;
        return string;
    }

    /** Python 2 ended large ones with an L. */
    private long integer() {
        int from = place;
        while (place < text.length() && text.charAt(place) >= '0' && text.charAt(place) <= '9') {
            place++;
        }
        if (place - from > MAX_DIGITS) {
            throw error("at most " + MAX_DIGITS + " digits");
        }
        try {
            long integer = Long.parseLong(text, from, place, 10);
            if (place < text.length() && text.charAt(place) == 'L') {
                place++;
            }
            return integer;
        } catch (NumberFormatException e) {
            throw error("an integer of at most 63 bits");
        }
    }

    private boolean word(String word, boolean value) {
        if (!text.startsWith(word, place)) {
            throw error("True or False");
        }
        place += word.length();
        return value;
    }

    private boolean isAt(char expected) {
        skipSpaces();
        return place < text.length() && text.charAt(place) == expected;
    }

    private void expect(char expected) {
        if (!isAt(expected)) {
            throw error("\"" + expected + "\"");
        }
        place++;
    }

    private void skipSpaces() {
        while (place < text.length() && " \t\n\r".indexOf(text.charAt(place)) >= 0) {
            place++;
        }
    }

    private FormatException error(String expected) {
        return new FormatException("something else at character " + (place + 1) + " of the head, expected " + expected);
    }
}
