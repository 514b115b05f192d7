package org.stillpoint.browser;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * A key of the keyboard.
 *
 * @param name as scripts name it
 * @param code by its place
 * @param number Windows' number of it
 * @param text what it types, empty if nothing
 */
record Key(String name, String code, int number, String text) {

    private static final Map<String, Integer> NAMED = Map.ofEntries(Map.entry("Backspace", 8), Map.entry("Tab", 9),
            Map.entry("Enter", 13), Map.entry("Escape", 27), Map.entry("PageUp", 33), Map.entry("PageDown", 34),
            Map.entry("End", 35), Map.entry("Home", 36), Map.entry("ArrowLeft", 37), Map.entry("ArrowUp", 38),
            Map.entry("ArrowRight", 39), Map.entry("ArrowDown", 40), Map.entry("Delete", 46));

    /** A key by its name, or by the letter, digit or space that it types. */
    static Key of(String name) {
        if (NAMED.containsKey(name)) {
            return new Key(name, name, NAMED.get(name), name.equals("Enter") ? "\r" : "");
        }
        if (!name.matches("[a-z0-9 ]")) {
            throw new IllegalArgumentException(name + ": no such key");
        }
        String upper = name.toUpperCase();
        String code = name.equals(" ") ? "Space" : (Character.isDigit(name.charAt(0)) ? "Digit" : "Key") + upper;
        return new Key(name, code, upper.charAt(0), name);
    }

    ObjectNode event(String type) {
        ObjectNode event = Connection.parameters().put("type", type).put("key", name).put("code", code)
                .put("windowsVirtualKeyCode", number);
        return text.isEmpty() || type.equals("keyUp") ? event : event.put("text", text);
    }
}
