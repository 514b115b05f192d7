package org.stillpoint.format;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes the middles of enclosures: exact numbers, none of which is known to be the number that was enclosed. */
public final class Midpoints {

    private int taken;

    private Midpoints() {
    }

    /**
     * A value without its enclosures.
     *
     * @param taken how many there were
     */
    public record Exact(JsonCursor value, int taken) {
    }

    /**
     * The value with the middle of its ends in the place of each enclosure.
     *
     * @throws FormatException if the ends of one are no numbers, the low one below the high one
     */
    public static Exact of(JsonCursor value) {
        Midpoints midpoints = new Midpoints();
        JsonNode exact = midpoints.exact(value);
        return new Exact(new JsonCursor(value.file(), value.pointer(), exact), midpoints.taken);
    }

    private JsonNode exact(JsonCursor value) {
        if (value.isEnclosure()) {
            taken++;
            return Json.number(middle(value));
        }
        if (value.node().isObject()) {
            ObjectNode object = Json.object();
            value.node().propertyNames().forEach(key -> object.set(key, exact(value.field(key))));
            return object;
        }
        if (value.isArray() && !value.node().isEmpty()) {
            ArrayNode array = Json.array();
            List<JsonCursor> elements = value.elements();
            elements.forEach(element -> array.add(exact(element)));
            return array;
        }
        return value.node();
    }

    private static BigFraction middle(JsonCursor enclosure) {
        BigFraction low = enclosure.field(Json.LOW).number();
        BigFraction high = enclosure.field(Json.HIGH).number();
        if (low.compareTo(high) >= 0) {
            throw enclosure.error("an enclosure whose low end is not below its high end, expected it to be");
        }
        return low.add(high).divide(2);
    }
}
