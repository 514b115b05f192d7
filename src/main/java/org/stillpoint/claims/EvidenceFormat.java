package org.stillpoint.claims;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Evidence records to and from JSON. */
final class EvidenceFormat {

    private EvidenceFormat() {
    }

    /**
     * Reads one record.
     *
     * @throws FormatException if a key is missing or unknown, or a value is not what it should be
     */
    static EvidenceRecord read(JsonCursor value) {
        value.allowing(Set.of("kind", "name", "passed", "seconds", "detail"));
        return new EvidenceRecord(
                ClaimFormat.kind(value.field("kind")),
                ClaimFormat.text(value.field("name")),
                passed(value.field("passed")),
                seconds(value.field("seconds")),
                detail(value.field("detail")));
    }

    /** The record as {@link #read} accepts it. */
    static ObjectNode write(EvidenceRecord evidence) {
        ObjectNode value = Json.object();
        value.put("kind", evidence.kind().id());
        value.put("name", evidence.name());
        value.put("passed", evidence.passed());
        value.put("seconds", evidence.seconds());
        ObjectNode detail = value.putObject("detail");
        evidence.detail().forEach(detail::put);
        return value;
    }

    private static boolean passed(JsonCursor value) {
        if (!value.node().isBoolean()) {
            throw value.error("no truth value, expected true or false");
        }
        return value.node().booleanValue();
    }

    private static BigDecimal seconds(JsonCursor value) {
        if (!value.node().isNumber() || value.node().decimalValue().signum() < 0) {
            throw value.error("no duration, expected a number of seconds, not negative");
        }
        return value.node().decimalValue();
    }

    private static Map<String, String> detail(JsonCursor value) {
        Map<String, String> detail = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : value.node().properties()) {
            detail.put(entry.getKey(), value.field(entry.getKey()).string());
        }
        return detail;
    }
}
