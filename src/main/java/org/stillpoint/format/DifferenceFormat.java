package org.stillpoint.format;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Differences between a file and what was computed, as JSON and as text. */
public final class DifferenceFormat {

    private DifferenceFormat() {
    }

    public static ArrayNode write(List<Difference> differences) {
        ArrayNode value = Json.array();
        for (Difference difference : differences) {
            ObjectNode entry = value.addObject();
            entry.put("pointer", difference.pointer());
            entry.put("expected", difference.expected());
            entry.put("actual", difference.actual());
        }
        return value;
    }

    /** One line each. */
    public static String text(List<Difference> differences) {
        StringBuilder text = new StringBuilder();
        differences.forEach(difference -> text.append(difference.pointer()).append(": the file says ")
                .append(difference.expected()).append(", computed ").append(difference.actual()).append('\n'));
        return text.toString();
    }
}
