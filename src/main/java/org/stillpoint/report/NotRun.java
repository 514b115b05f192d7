package org.stillpoint.report;

import java.util.List;
import java.util.Set;
import org.stillpoint.format.JsonCursor;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A library of which nothing was seen.
 *
 * @param why in a phrase
 */
public record NotRun(String name, String why) {

    private static final String NAME = "name";
    private static final String WHY = "why";

    /** Those of a key, which is missing if there is none. */
    static List<NotRun> read(JsonCursor value, String key) {
        return value.optionalField(key).map(array -> array.elements().stream()
                .map(one -> one.allowing(Set.of(NAME, WHY)))
                .map(one -> new NotRun(one.field(NAME).string(), one.field(WHY).string())).toList()).orElse(List.of());
    }

    static void write(ObjectNode json, String key, List<NotRun> libraries) {
        if (!libraries.isEmpty()) {
            ArrayNode array = json.putArray(key);
            libraries.forEach(library -> array.addObject().put(NAME, library.name).put(WHY, library.why));
        }
    }
}
