package org.stillpoint.lab;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of JSON text. */
sealed interface JsonValue {

    /** An object. */
    record Members(Map<String, JsonValue> values) implements JsonValue {

        public Members {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /** An array. */
    record Elements(List<JsonValue> values) implements JsonValue {

        public Elements {
            values = List.copyOf(values);
        }
    }

    /** A string, or a literal as it is written: a number, true, false, null. */
    record Word(String text, boolean isString) implements JsonValue {
    }
}
