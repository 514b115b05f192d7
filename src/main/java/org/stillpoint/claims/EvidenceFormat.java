package org.stillpoint.claims;

import java.math.BigDecimal;
import java.util.Set;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.domain.DomainException;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import tools.jackson.databind.node.ArrayNode;
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
        value.allowing(Set.of("kind", "name", "passed", "seconds", "claims", "figures"));
        Kind kind = ClaimFormat.kind(value.field("kind"));
        return new EvidenceRecord(
                ClaimFormat.text(value.field("name")),
                truth(value.field("passed")),
                seconds(value.field("seconds")),
                ClaimFormat.list(value.field("claims"), EvidenceFormat::bearing),
                FiguresFormat.read(kind, value.field("figures")));
    }

    /** The record as {@link #read} accepts it. */
    static ObjectNode write(EvidenceRecord evidence) {
        ObjectNode value = Json.object();
        value.put("kind", evidence.kind().id());
        value.put("name", evidence.name());
        value.put("passed", evidence.passed());
        value.put("seconds", evidence.seconds());
        ArrayNode claims = value.putArray("claims");
        evidence.bearings().forEach(bearing -> claims.add(bearing.toString()));
        value.set("figures", FiguresFormat.write(evidence.figures()));
        return value;
    }

    private static Bearing bearing(JsonCursor value) {
        try {
            return Bearing.parse(value.string());
        } catch (DomainException e) {
            throw value.error(e.getMessage());
        }
    }

    static boolean truth(JsonCursor value) {
        if (!value.node().isBoolean()) {
            throw value.error("no truth value, expected true or false");
        }
        return value.node().booleanValue();
    }

    static BigDecimal seconds(JsonCursor value) {
        if (!value.node().isNumber() || value.node().decimalValue().signum() < 0) {
            throw value.error("no duration, expected a number of seconds, not negative");
        }
        return value.node().decimalValue();
    }
}
